using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Policy.Statements;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>Who may do what with whom: label by label, kind by kind, direction by direction. Every cell is a decision of the monitor.</summary>
public static class AccessMatrix
{
    /// <summary>All cells in which something is allowed, in the order of labels, kinds, ports.</summary>
    public static IEnumerable<AccessCell> Of(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        for (var subject = 0; subject < policy.LabelCount; subject++)
        {
            for (var other = 0; other < policy.LabelCount; other++)
            {
                foreach (var cell in Of(policy, subject, other))
                    yield return cell;
            }
        }
    }

    /// <summary>The cells of two labels.</summary>
    internal static IEnumerable<AccessCell> Of(CompiledPolicy policy, int subject, int other)
    {
        var word = policy.Access[subject * policy.LabelCount + other];
        if ((word & AccessWord.Share) != 0)
            return Cell(policy, subject, other, "share", AccessKind.None, 0) is { } shared ? [shared] : [];
        return (word & AccessWord.AllChannels) == 0 ? [] : ChannelCells(policy, subject, other);
    }

    private static IEnumerable<AccessCell> ChannelCells(CompiledPolicy policy, int subject, int other) => policy
        .Channels[ChannelRange.Between(policy, subject, other)]
        .ToArray()
        .Where(channel => (channel.OpenedByHigh ? channel.High : channel.Low) == subject)
        .Select(channel => Cell(policy, subject, other, NameOf(channel.Kind), channel.Kind, channel.Port))
        .OfType<AccessCell>();

    private static AccessCell? Cell(CompiledPolicy policy, int subject, int other, string name, AccessKind kind, uint port)
    {
        Decision Ask(Flows flows) => Reach.Decide(policy, Label.At(subject), Label.At(other), kind, port, flows);
        var (outward, inward) = (Ask(Flows.Out), Ask(Flows.In));
        var flows = (outward.IsAllowed ? Flows.Out : Flows.None) | (inward.IsAllowed ? Flows.In : Flows.None);
        return flows == Flows.None ? null : new AccessCell(subject, other, name, port, flows, outward.IsAllowed ? outward : inward);
    }

    private static string NameOf(AccessKind kind) => kind switch
    {
        AccessKind.Vsock => "vsock",
        AccessKind.Memory => "memory",
        _ => "volume",
    };
}
