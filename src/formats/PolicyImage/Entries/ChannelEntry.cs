using System;

namespace Cofferdam.PolicyImage.Entries;

/// <summary>A channel. Entries are sorted by pair, kind, port and initiator.</summary>
/// <param name="Low">Index of the label with the lower index.</param>
/// <param name="High">Index of the label with the higher index.</param>
/// <param name="Kind">What it opens.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="OpenedByHigh">False: the low label may open it; true: the high one.</param>
/// <param name="Flows">Where information may move; Out is from low to high.</param>
public readonly record struct ChannelEntry(ushort Low, ushort High, AccessKind Kind, uint Port, bool OpenedByHigh, Flows Flows)
    : IComparable<ChannelEntry>
{
    private uint Pair => ((uint)Low << 16) | High;

    private ulong Rest => ((ulong)Kind << 40) | ((ulong)Port << 8) | (OpenedByHigh ? 1u : 0u);

    /// <summary>The canonical order; directions do not take part.</summary>
    public int CompareTo(ChannelEntry other) => Pair != other.Pair ? Pair.CompareTo(other.Pair) : Rest.CompareTo(other.Rest);
}
