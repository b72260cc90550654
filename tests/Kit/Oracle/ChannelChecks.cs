using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Rows of the table for channels and frames.</summary>
internal static class ChannelChecks
{
    public static string? Open(OracleState state, ChannelId channel, DomainId initiator, DomainId target) =>
        (state.Channels.Count() < state.Limits.Channels ? null : "limit")
        ?? (state.Channels.Any(other => other.Id == channel.Value) ? "exists" : null)
        ?? state.DomainMissing(initiator)
        ?? state.DomainMissing(target)
        ?? state.NotOpen(initiator)
        ?? state.NotOpen(target)
        ?? state.NotIn(initiator, Phase.Running)
        ?? state.NotIn(target, Phase.Running);

    /// <summary>What lets a channel be, when it is opened and when an update asks again.</summary>
    public static Answer Reach(OracleState state, OracleChannel channel) => state.Rules.Reach(
        state.Domains[channel.Initiator].Label, state.Domains[channel.Target].Label, channel.Kind, channel.Port, channel.Flows);

    public static string? Close(OracleState state, CloseChannel o)
    {
        var channel = state.Channels.FirstOrDefault(other => other.Id == o.Channel.Value);
        if (channel is null)
            return "unknown-object";
        var isClosing = state.Outstanding.Any(other => other is CloseChannel close && close.Channel == o.Channel);
        var isOpening = !state.CommittedChannels.ContainsKey(o.Channel.Value);
        return (isClosing || isOpening ? "busy" : null)
            ?? state.NotOpen(new DomainId(channel.Initiator))
            ?? state.NotOpen(new DomainId(channel.Target));
    }

    public static string? Forward(OracleState state, ForwardFrame o) =>
        state.DomainMissing(o.From)
        ?? state.DomainMissing(o.To)
        ?? state.ResourceMissing(o.Network)
        ?? (state.Resources[o.Network.Value].Kind == ResourceKind.Network ? null : "kind")
        ?? state.NotOpen(o.From)
        ?? state.NotOpen(o.To)
        ?? state.NotOpen(o.Network)
        ?? state.NotIn(o.From, Phase.Running)
        ?? state.NotIn(o.To, Phase.Running)
        ?? PortsRefusal(state, o);

    private static string? PortsRefusal(OracleState state, ForwardFrame o)
    {
        var from = Port(state, o.From, o.Network);
        var to = Port(state, o.To, o.Network);
        if (from is null || to is null)
            return "not-attached";
        if (!from.Flows.HasFlag(Flows.Out) || !to.Flows.HasFlag(Flows.In))
            return "direction";
        return ForwardDecision(state, o);
    }

    /// <summary>The last two checks of a frame, which an update asks again.</summary>
    public static string? ForwardDecision(OracleState state, ForwardFrame o) =>
        NetworkReach(state, o.From, o.Network, Flows.Out) ?? NetworkReach(state, o.To, o.Network, Flows.In);

    private static string? NetworkReach(OracleState state, DomainId domain, ResourceId network, Flows flows) => state.Rules
        .Reach(state.Domains[domain.Value].Label, state.Resources[network.Value].Label, AccessKind.None, 0, flows).Refusal;

    private static OracleAttachment? Port(OracleState state, DomainId domain, ResourceId network) =>
        state.AttachmentsOf(domain.Value).FirstOrDefault(attachment => attachment.Resource == network.Value);
}
