using System;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// Finds labels with two types in conflict. Positions of one set that do not conflict are a line, each an ancestor of the next, so a further
/// position needs to be compared with the lowest of them only: a label costs its seats, not the pairs of its types.
/// </summary>
internal sealed class Collisions
{
    private readonly TypeEntry[] _types;
    private readonly ushort[] _members;
    private readonly Seating _seating;
    private readonly int[] _lastLabelAt;
    private readonly int[] _lastLabelIn;
    private readonly int[] _lowest;

    public Collisions(TypeEntry[] types, ushort[] members, Seating seating)
    {
        _types = types;
        _members = members;
        _seating = seating;
        _lastLabelAt = new int[members.Length];
        Array.Fill(_lastLabelAt, -1);
        // There are fewer sets than members.
        _lastLabelIn = new int[members.Length];
        Array.Fill(_lastLabelIn, -1);
        _lowest = new int[members.Length];
    }

    /// <summary>True when two of the types of a label conflict in some set.</summary>
    public bool Any(ReadOnlySpan<ushort> own, int label)
    {
        foreach (var type in own)
        {
            foreach (var seat in _seating.SeatsOf(type))
            {
                if (_lastLabelAt[seat] == label)
                    continue;
                _lastLabelAt[seat] = label;
                if (!FitsIn(_seating.ConflictOf(seat), seat, label))
                    return true;
            }
        }
        return false;
    }

    private bool FitsIn(int set, int seat, int label)
    {
        var isFirst = _lastLabelIn[set] != label;
        _lastLabelIn[set] = label;
        if (isFirst || Ancestry.IsAncestor(_types, _members[_lowest[set]], _members[seat]))
        {
            _lowest[set] = seat;
            return true;
        }
        return Ancestry.IsAncestor(_types, _members[seat], _members[_lowest[set]]);
    }
}
