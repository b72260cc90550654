using System;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Monitor.Decisions;

/// <summary>
/// The one decision about two labels: sharing, channels, flow (docs/SEMANTICS.md section 1, reach). Enforcement, plan, explain and the
/// data path's access pages all ask here. Allocates nothing; what is shared costs one read of the access table.
/// </summary>
public static class Reach
{
    /// <summary>Decides whether information may move between two labels in the given directions.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="subject">The asking side.</param>
    /// <param name="other">The other side.</param>
    /// <param name="kind">The kind of access, or None where only sharing can grant it.</param>
    /// <param name="port">The vsock port, or 0.</param>
    /// <param name="flows">Directions seen from the asking side; not none.</param>
    public static Decision Decide(CompiledPolicy policy, Label subject, Label other, AccessKind kind, uint port, Flows flows)
    {
        ArgumentNullException.ThrowIfNull(policy);
        // The index of what has no label, -1, becomes larger than any count.
        var (x, y, count) = unchecked(((uint)subject.Index, (uint)other.Index, (uint)policy.LabelCount));
        if (x >= count || y >= count)
            return new(policy.Quarantine ? Rule.Quarantine : Rule.Unlabelled, subject, other, -1);
        var word = policy.Access[(int)(x * count + y)];
        var wanted = AccessWord.Share | ((uint)flows << AccessWord.FlowShift);
        if ((word & wanted) == wanted && flows != Flows.None)
            return new(Rule.SharingGranted, subject, other, -1);
        return DecideFurther(policy, subject, other, kind, port, flows, word);
    }

    private static Decision DecideFurther(CompiledPolicy policy, Label subject, Label other, AccessKind kind, uint port, Flows flows, uint word)
    {
        if (flows == Flows.None)
            return new(Rule.Direction, subject, other, -1);
        var (granted, item) = (Rule.SharingGranted, -1);
        if ((word & AccessWord.Share) == 0)
            (granted, item) = FindChannel(policy, subject.Index, other.Index, kind, port, flows, word);
        if (granted < Rule.SharingGranted)
            return new(granted, subject, other, item);
        var wanted = (uint)flows << AccessWord.FlowShift;
        return (word & wanted) == wanted ? new(granted, subject, other, item) : RefusedFlow(policy, subject, other, flows, word);
    }

    private static (Rule, int) FindChannel(CompiledPolicy policy, int subject, int other, AccessKind kind, uint port, Flows flows, uint word)
    {
        if ((word & AccessWord.Channel(kind, Flows.Both)) == 0 || kind == AccessKind.None)
            return (Rule.Sharing, -1);
        var subjectIsHigh = subject > other;
        var sought = new ChannelEntry((ushort)Math.Min(subject, other), (ushort)Math.Max(subject, other), kind, port, subjectIsHigh, default);
        var own = policy.Channels.BinarySearch<ChannelEntry, ChannelEntry>(sought);
        if (own >= 0)
        {
            var open = subjectIsHigh ? policy.Channels[own].Flows.Reversed() : policy.Channels[own].Flows;
            return ((open & flows) == flows ? Rule.Channels : Rule.Direction, own);
        }
        var theirs = policy.Channels.BinarySearch<ChannelEntry, ChannelEntry>(sought with { OpenedByHigh = !subjectIsHigh });
        return theirs >= 0 ? (Rule.Initiator, theirs) : (Rule.Sharing, -1);
    }

    private static Decision RefusedFlow(CompiledPolicy policy, Label subject, Label other, Flows flows, uint word)
    {
        var outward = flows.HasFlag(Flows.Out) && (word & AccessWord.FlowOut) == 0;
        var source = policy.Labels[outward ? subject.Index : other.Index].Levels;
        var target = policy.Labels[outward ? other.Index : subject.Index].Levels;
        return new(source.SecrecyAllows(target) ? Rule.Integrity : Rule.Secrecy, subject, other, -1);
    }
}
