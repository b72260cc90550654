namespace Cofferdam.PolicyImage;

/// <summary>
/// Bits of one word of the access table, for an asking label (row) and another (column): whether they share, where information may
/// flow by their levels, and for which kinds and directions the channel list has an entry.
/// </summary>
public static class AccessWord
{
    /// <summary>The labels have a type in common.</summary>
    public const uint Share = 1;

    /// <summary>Levels let information move from row to column. <see cref="Flows"/> shifted by <see cref="FlowShift"/> tests it.</summary>
    public const uint FlowOut = 2;

    /// <summary>Levels let information move from column to row.</summary>
    public const uint FlowIn = 4;

    /// <summary>Shift from <see cref="Flows"/> to the flow bits.</summary>
    public const int FlowShift = 1;

    /// <summary>All bits that say "see the channel list".</summary>
    public const uint AllChannels = 0x3f00;

    /// <summary>The bits for channels of one kind between row and column with these flows, seen from the row.</summary>
    public static uint Channel(AccessKind kind, Flows flows) => (uint)flows << (6 + 2 * (int)kind);
}
