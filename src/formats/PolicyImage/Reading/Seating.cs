using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// Where each type sits in the Chinese Wall: its position in a conflict set is the type itself if listed there, else its nearest listed
/// ancestor (docs/SEMANTICS.md section 1). A seat is an index into the members of all sets.
/// </summary>
internal sealed class Seating
{
    private readonly int[] _conflictOf;
    private readonly int[] _first;
    private readonly int[] _seats;

    private Seating(int[] conflictOf, int[] first, int[] seats)
    {
        _conflictOf = conflictOf;
        _first = first;
        _seats = seats;
    }

    public static Seating Of(TypeEntry[] types, ConflictEntry[] conflicts, ushort[] members)
    {
        var conflictOf = new int[members.Length];
        var listed = new List<int>?[types.Length];
        for (var set = 0; set < conflicts.Length; set++)
        {
            for (var i = 0; i < conflicts[set].MemberCount; i++)
            {
                var seat = conflicts[set].FirstMember + i;
                conflictOf[seat] = set;
                (listed[members[seat]] ??= []).Add(seat);
            }
        }
        var first = new int[types.Length + 1];
        var seats = new List<int>();
        var lastIn = new int[conflicts.Length];
        Array.Fill(lastIn, -1);
        for (var type = 0; type < types.Length; type++)
        {
            Collect(types, listed, conflictOf, type, lastIn, seats);
            first[type + 1] = seats.Count;
        }
        return new Seating(conflictOf, first, [.. seats]);
    }

    public ReadOnlySpan<int> SeatsOf(int type) => _seats.AsSpan(_first[type], _first[type + 1] - _first[type]);

    public int ConflictOf(int seat) => _conflictOf[seat];

    /// <summary>
    /// Adds the seats of one type, nearest ancestors first, then puts them in order of their set. <paramref name="lastIn"/> has for each set
    /// the last type that took a seat there.
    /// </summary>
    private static void Collect(TypeEntry[] types, List<int>?[] listed, int[] conflictOf, int type, int[] lastIn, List<int> seats)
    {
        var start = seats.Count;
        for (int at = type; at != TypeEntry.NoParent; at = types[at].Parent)
        {
            if (listed[at] is not { } own)
                continue;
            foreach (var seat in own)
            {
                if (lastIn[conflictOf[seat]] == type)
                    continue;
                lastIn[conflictOf[seat]] = type;
                seats.Add(seat);
            }
        }
        seats.Sort(start, seats.Count - start, null);
    }
}
