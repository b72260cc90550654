using System;
using System.Runtime.CompilerServices;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Monitor.Decisions;

/// <summary>
/// The one decision about two labels: sharing, channels, flow (docs/SEMANTICS.md section 1, reach). Enforcement, plan, explain and the
/// data path's access pages all ask here. Allocates nothing; what no channel takes part in costs one read of a byte.
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Decision Decide(CompiledPolicy policy, Label subject, Label other, AccessKind kind, uint port, Flows flows)
    {
        ArgumentNullException.ThrowIfNull(policy);
        // The index of what has no label, -1, becomes larger than any count.
        var (x, y, count) = unchecked(((uint)subject.Index, (uint)other.Index, (uint)policy.LabelCount));
        if (x >= count || y >= count)
            return new(policy.Quarantine ? Rule.Quarantine : Rule.Unlabelled, subject, other, -1);
        var pair = policy.PairOf(x, y);
        var wanted = PairBits.Share | ((int)flows << PairBits.FlowShift);
        if ((pair & wanted) == wanted && flows != Flows.None)
            return new(Rule.SharingGranted, subject, other, -1);
        if ((pair & (PairBits.Share | PairBits.Channel(kind))) == 0 && flows != Flows.None)
            return new(Rule.Sharing, subject, other, -1);
        return DecideFurther(policy, subject, other, kind, port, flows, pair);
    }

    /// <summary>The rest: no direction at all, levels that stand against sharing, or a channel.</summary>
    private static Decision DecideFurther(
        CompiledPolicy policy, Label subject, Label other, AccessKind kind, uint port, Flows flows, int pair)
    {
        if (flows == Flows.None)
            return new(Rule.Direction, subject, other, -1);
        var (granted, item) = (Rule.SharingGranted, -1);
        if ((pair & PairBits.Share) == 0)
            (granted, item) = FindChannel(policy, subject.Index, other.Index, kind, port, flows);
        if (granted < Rule.SharingGranted)
            return new(granted, subject, other, item);
        var wanted = (int)flows << PairBits.FlowShift;
        return (pair & wanted) == wanted ? new(granted, subject, other, item) : RefusedFlow(policy, subject, other, flows, pair);
    }

    private static (Rule, int) FindChannel(CompiledPolicy policy, int subject, int other, AccessKind kind, uint port, Flows flows)
    {
        var subjectIsHigh = subject > other;
        var ofLow = new ChannelEntry((ushort)Math.Min(subject, other), (ushort)Math.Max(subject, other), kind, port, false, default);
        var channels = policy.ChannelsFrom(ofLow.Low, out var first);
        // The two that one pair can have stand side by side: what the low label may open, then what the high one may.
        var found = channels.BinarySearch<ChannelEntry, ChannelEntry>(ofLow);
        var (low, next) = found >= 0 ? (found, found + 1) : (-1, ~found);
        var high = next < channels.Length && channels[next].CompareTo(ofLow with { OpenedByHigh = true }) == 0 ? next : -1;
        var (own, theirs) = subjectIsHigh ? (high, low) : (low, high);
        if (own < 0)
            return theirs >= 0 ? (Rule.Initiator, first + theirs) : (Rule.Sharing, -1);
        var open = subjectIsHigh ? channels[own].Flows.Reversed() : channels[own].Flows;
        return ((open & flows) == flows ? Rule.Channels : Rule.Direction, first + own);
    }

    private static Decision RefusedFlow(CompiledPolicy policy, Label subject, Label other, Flows flows, int pair)
    {
        var outward = flows.HasFlag(Flows.Out) && (pair & ((int)Flows.Out << PairBits.FlowShift)) == 0;
        var source = policy.Labels[outward ? subject.Index : other.Index].Levels;
        var target = policy.Labels[outward ? other.Index : subject.Index].Levels;
        return new(source.SecrecyAllows(target) ? Rule.Integrity : Rule.Secrecy, subject, other, -1);
    }
}
