using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks channels and gives those that are right.</summary>
internal sealed class ChannelChecker
{
    private readonly PolicyChecker _names;
    private readonly IReadOnlyDictionary<string, LabelContent> _labels;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<(string, string, AccessKind, uint)> _seen = [];

    public ChannelChecker(PolicyChecker names, IReadOnlyDictionary<string, LabelContent> labels, DiagnosticBag diagnostics)
    {
        _names = names;
        _labels = labels;
        _diagnostics = diagnostics;
    }

    /// <summary>The channel as the image has it, or null when something is wrong with it.</summary>
    public ChannelContent? Check(ChannelModel channel)
    {
        var where = $"channels.{channel.Name}";
        var known = _names.CheckLabelName(channel.From, where) & _names.CheckLabelName(channel.To, where);
        if (KindOf(channel, where) is not { } kind || !known)
            return null;
        var flows = FlowsOf(channel, kind, where);
        var content = new ChannelContent(channel.Name.Text, channel.From.Text, channel.To.Text, kind, channel.Port, flows, channel.Why);
        return CheckEnds(channel, where) & CheckFlows(channel, content, where) & CheckUnique(channel, content, where) ? content : null;
    }

    private AccessKind? KindOf(ChannelModel channel, string where)
    {
        switch (channel.Kind.Text)
        {
            case "vsock":
                return AccessKind.Vsock;
            case "memory":
                return AccessKind.Memory;
            case "volume":
                return AccessKind.Volume;
            case "network":
                Error(DiagnosticCode.NetworkChannel, channel.Kind.At, $"{where}: a network flow between labels is not enforceable yet");
                return null;
            default:
                return null;
        }
    }

    private Flows FlowsOf(ChannelModel channel, AccessKind kind, string where)
    {
        var oneWay = channel.Direction is { Text: "one-way" };
        if (kind == AccessKind.Vsock && oneWay)
            Error(DiagnosticCode.OneWayVsock, channel.Direction!.Value.At, $"{where}: a vsock stream cannot be one-way, its credit and acknowledgements flow back");
        return kind switch
        {
            AccessKind.Volume => Flows.In,
            AccessKind.Memory when oneWay => Flows.Out,
            _ => Flows.Both,
        };
    }

    private bool CheckEnds(ChannelModel channel, string where)
    {
        var common = _labels[channel.From.Text].Types.Intersect(_labels[channel.To.Text].Types).ToList();
        if (common.Count == 0)
            return true;
        Error(DiagnosticCode.NeedlessChannel, channel.Name.At, $"{where}: {channel.From} and {channel.To} have {string.Join(", ", common)} in common, so the channel opens nothing");
        return false;
    }

    private bool CheckFlows(ChannelModel channel, ChannelContent content, string where)
    {
        var (from, to) = (Levels(_labels[content.From]), Levels(_labels[content.To]));
        var outward = !content.Flows.HasFlag(Flows.Out) || CheckFlow(channel, channel.From, channel.To, from, to, where);
        var inward = !content.Flows.HasFlag(Flows.In) || CheckFlow(channel, channel.To, channel.From, to, from, where);
        return outward && inward && !(content.Kind == AccessKind.Vsock && channel.Direction is { Text: "one-way" });
    }

    private bool CheckFlow(ChannelModel channel, Word source, Word target, LabelLevels from, LabelLevels to, string where)
    {
        if (from.MayFlowTo(to))
            return true;
        var why = from.SecrecyAllows(to) ? "integrity of the source is below what the target demands" : "secrecy of the target is below that of the source";
        Error(DiagnosticCode.ChannelFlow, channel.Name.At, $"{where}: information may not flow from {source} to {target}: {why}");
        return false;
    }

    private bool CheckUnique(ChannelModel channel, ChannelContent content, string where)
    {
        if (_seen.Add((content.From, content.To, content.Kind, content.Port)))
            return true;
        Error(DiagnosticCode.DuplicateChannel, channel.Name.At, $"{where}: another channel from {channel.From} to {channel.To} is of the same kind and port");
        return false;
    }

    private static LabelLevels Levels(LabelContent label) => new(label.SecrecyLow, label.SecrecyHigh, label.IntegrityLow, label.IntegrityHigh);

    private void Error(DiagnosticCode code, Position at, string message) => _diagnostics.Add(code, at, message, code.Help());
}
