using System;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Policy.Statements;

/// <summary>Finds the channels between two labels in the sorted list of a compiled policy.</summary>
internal static class ChannelRange
{
    /// <summary>Indices of the channels between two labels, whoever opens them.</summary>
    public static Range Between(CompiledPolicy policy, int label, int other)
    {
        var (low, high) = ((ushort)Math.Min(label, other), (ushort)Math.Max(label, other));
        var channels = policy.Channels;
        var start = channels.BinarySearch<ChannelEntry, ChannelEntry>(new ChannelEntry(low, high, AccessKind.None, 0, false, default));
        // Nothing is of the kind None: the place found is where the first of the pair stands, or would.
        var first = start < 0 ? ~start : start;
        var end = first;
        while (end < channels.Length && channels[end].Low == low && channels[end].High == high)
            end++;
        return first..end;
    }
}
