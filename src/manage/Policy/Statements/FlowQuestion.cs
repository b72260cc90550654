using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Statements;

/// <summary>May information move directly from one label to another, by sharing or by any channel.</summary>
public static class FlowQuestion
{
    /// <summary>Asks about two labels by name.</summary>
    public static Answer Ask(CompiledPolicy policy, string from, string to)
    {
        System.ArgumentNullException.ThrowIfNull(policy);
        var source = policy.FindLabel(StableKey.Of(KeyKind.Label, from));
        var target = policy.FindLabel(StableKey.Of(KeyKind.Label, to));
        if (source < 0 || target < 0)
            return Answer.Impossible($"there is no label '{(source < 0 ? from : to)}'");
        return new Answer(Decide(policy, source, target), null, "");
    }

    /// <summary>
    /// Asks about two labels by index: by sharing, else by the first channel that lets it pass; when there are channels but none that way, the
    /// rule is direction.
    /// </summary>
    public static Decision Decide(CompiledPolicy policy, int from, int to)
    {
        System.ArgumentNullException.ThrowIfNull(policy);
        var (source, target) = (Label.At(from), Label.At(to));
        var shared = Reach.Decide(policy, source, target, AccessKind.None, 0, Flows.Out);
        if (shared.Rule != Rule.Sharing)
            return shared;
        var other = shared;
        var (first, count) = ChannelRange.Between(policy, from, to).GetOffsetAndLength(policy.Channels.Length);
        for (var i = first; i < first + count; i++)
        {
            var asked = AskChannel(policy, i, from);
            other = asked with { Subject = source, Other = target };
            if (asked.IsAllowed)
                break;
        }
        return other;
    }

    /// <summary>The channel as its opener would ask for it, in the direction of the question.</summary>
    private static Decision AskChannel(CompiledPolicy policy, int index, int from)
    {
        var channel = policy.Channels[index];
        int opener = channel.OpenedByHigh ? channel.High : channel.Low;
        int other = channel.OpenedByHigh ? channel.Low : channel.High;
        var flows = opener == from ? Flows.Out : Flows.In;
        return Reach.Decide(policy, Label.At(opener), Label.At(other), channel.Kind, channel.Port, flows);
    }
}
