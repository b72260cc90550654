using System;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>
/// How many things make each seat of the Chinese Wall taken. A seat of a running set counts live domains; a seat of a set with a history
/// counts live domains, residues, and attached volumes and TPMs (docs/SEMANTICS.md section 2). Immutable.
/// </summary>
public sealed class Presence : IEquatable<Presence>
{
    private readonly int[] _seats;

    private Presence(int[] seats) => _seats = seats;

    /// <summary>Nothing present, no seats.</summary>
    internal static Presence None { get; } = new([]);

    /// <summary>True when something sits there.</summary>
    public bool IsTaken(int seat) => _seats[seat] > 0;

    /// <summary>Equal when every seat counts the same.</summary>
    public bool Equals(Presence? other) => other is not null && _seats.AsSpan().SequenceEqual(other._seats);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Presence);

    /// <inheritdoc/>
    public override int GetHashCode() => _seats.Length;

    internal static Presence Empty(CompiledPolicy policy) => new(new int[policy.Members.Length]);

    /// <summary>A live domain with these types came (+1) or went (-1): counts in every set.</summary>
    internal Presence Live(CompiledPolicy policy, ReadOnlySpan<ushort> types, int change) => Count(policy, types, change, historyOnly: false);

    /// <summary>A residue or attachment with these types came or went: counts in sets with a history.</summary>
    internal Presence Trace(CompiledPolicy policy, ReadOnlySpan<ushort> types, int change) => Count(policy, types, change, historyOnly: true);

    private Presence Count(CompiledPolicy policy, ReadOnlySpan<ushort> types, int change, bool historyOnly)
    {
        var seats = _seats.AsSpan().ToArray();
        foreach (var type in types)
        {
            foreach (var seat in policy.SeatsOf(type))
            {
                if (!historyOnly || policy.Conflicts[policy.ConflictOf(seat)].Mode == WallMode.History)
                    seats[seat] += change;
            }
        }
        return new Presence(seats);
    }
}
