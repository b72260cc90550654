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
    private readonly NameChecker _names;
    private readonly IReadOnlyDictionary<string, LabelContent> _labels;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<(string, string, AccessKind, uint), string> _seen = [];

    public ChannelChecker(NameChecker names, IReadOnlyDictionary<string, LabelContent> labels, DiagnosticBag diagnostics)
    {
        _names = names;
        _labels = labels;
        _diagnostics = diagnostics;
    }

    /// <summary>The channel as the image has it, or null when something is wrong with it.</summary>
    public ChannelContent? Check(ChannelModel channel)
    {
        var where = $"channels.{channel.Name}";
        var known = _names.CheckLabel(channel.From, where) & _names.CheckLabel(channel.To, where);
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
            Error(
                DiagnosticCode.OneWayVsock,
                channel.Direction!.Value.At,
                $"{where}: a vsock stream cannot be one-way, its credit and acknowledgements flow back");
        if (kind == AccessKind.Volume && channel.Direction is { } direction)
            _diagnostics.Add(
                DiagnosticCode.BadValue,
                direction.At,
                $"{where}: a volume is only read, so information flows from {channel.To} to {channel.From} and no other way",
                "leave 'direction' out");
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
        var why = channel.From.Text == channel.To.Text
            ? $"{channel.From} shares with itself"
            : $"{channel.From} and {channel.To} have {string.Join(", ", common)} in common";
        Error(DiagnosticCode.NeedlessChannel, channel.Name.At, $"{where}: {why}, so the channel opens nothing");
        return false;
    }

    private bool CheckFlows(ChannelModel channel, ChannelContent content, string where)
    {
        var (from, to) = (Levels(_labels[content.From]), Levels(_labels[content.To]));
        var mayFlowOut = from.MayFlowTo(to);
        const string guard = "change the levels of one end, lead it through a label with a range of levels, or remove it";
        if (content.Flows.HasFlag(Flows.Out) && !mayFlowOut)
            ReportFlow(channel, (channel.From, channel.To), (from, to), where, guard);
        if (!content.Flows.HasFlag(Flows.In) || to.MayFlowTo(from))
            return (!content.Flows.HasFlag(Flows.Out) || mayFlowOut) && !(content.Kind == AccessKind.Vsock && channel.Direction is { Text: "one-way" });
        ReportFlow(
            channel,
            (channel.To, channel.From),
            (to, from),
            where,
            content.Kind == AccessKind.Memory && mayFlowOut ? "make it one-way, or " + guard : guard);
        return false;
    }

    private void ReportFlow(ChannelModel channel, (Word Source, Word Target) ends, (LabelLevels Source, LabelLevels Target) levels, string where, string help)
    {
        var why = levels.Source.SecrecyAllows(levels.Target)
            ? $"{ends.Source} is not as trustworthy as {ends.Target} demands"
            : $"{ends.Target} may not hold what is as secret as {ends.Source}";
        _diagnostics.Add(DiagnosticCode.ChannelFlow, channel.Name.At, $"{where}: information may not flow from {ends.Source} to {ends.Target}: {why}", help);
    }

    private bool CheckUnique(ChannelModel channel, ChannelContent content, string where)
    {
        var place = (content.From, content.To, content.Kind, content.Port);
        // Of a port that is wrong it has been said already.
        if ((content.Kind == AccessKind.Vsock && content.Port == 0) || _seen.TryAdd(place, content.Name))
            return true;
        var first = _seen[place];
        Error(
            DiagnosticCode.DuplicateChannel,
            channel.Name.At,
            $"{where} is the same as channels.{first}: from {channel.From} to {channel.To}, {Named(channel)}");
        return false;
    }

    private static string Named(ChannelModel channel) => channel.Port == 0 ? channel.Kind.Text : $"vsock port {channel.Port}";

    private static LabelLevels Levels(LabelContent label) => new(label.SecrecyLow, label.SecrecyHigh, label.IntegrityLow, label.IntegrityHigh);

    private void Error(DiagnosticCode code, Position at, string message) => _diagnostics.Add(code, at, message, code.Help());
}
