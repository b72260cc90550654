using System;
using System.Collections.Immutable;

namespace Cofferdam.Monitor.Entities;

/// <summary>Names a residue: its kind, and the id of the domain, snapshot or resource.</summary>
/// <param name="Kind">Where the data is.</param>
/// <param name="Value">Id of what left it.</param>
public readonly record struct ResidueId(ResidueKind Kind, ulong Value) : IComparable<ResidueId>
{
    /// <summary>Orders by kind, then id.</summary>
    public int CompareTo(ResidueId other) =>
        // As numbers: comparing enums boxes them, and residues are looked up while the monitor decides.
        Kind != other.Kind ? ((byte)Kind).CompareTo((byte)other.Kind) : Value.CompareTo(other.Value);
}

/// <summary>A place where data of a label may still be found, until it is certified to be sanitized.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">The label whose data it was made with.</param>
/// <param name="Types">Indices of the types whose data it may hold, ascending.</param>
public sealed record Residue(ResidueId Id, Label Label, ImmutableArray<ushort> Types);
