using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>The conflict sets of a policy, and which labels they keep apart.</summary>
internal sealed class Walls
{
    private readonly CompiledPolicy _policy;
    private readonly int[][] _seats;
    private readonly int[] _numbers;

    private Walls(CheckedPolicy policy, IReadOnlyList<Face> faces)
    {
        _policy = policy.Compiled;
        _seats = [.. faces.Select(face => SeatsOf(policy.Compiled, face.Label))];
        var names = policy.Content.Conflicts.Select(conflict => conflict.Name).ToList();
        _numbers = [.. Enumerable.Range(0, policy.Compiled.Conflicts.Length).Select(index => names.IndexOf(policy.Names.Conflict(index)) + 1)];
        Sets = [.. Enumerable.Range(0, _numbers.Length).OrderBy(index => _numbers[index]).Select(index => SetOf(policy, faces, index))];
    }

    /// <summary>The sets, in the order of the policy.</summary>
    public IReadOnlyList<WallSet> Sets { get; }

    public static Walls Of(CheckedPolicy policy, IReadOnlyList<Face> faces) => new(policy, faces);

    /// <summary>Numbers of the sets that keep two labels apart, ascending.</summary>
    public IReadOnlyList<int> Between(int face, int other)
    {
        if (face == other || _seats[face].Length == 0 || _seats[other].Length == 0)
            return [];
        List<int>? numbers = null;
        foreach (var mine in _seats[face])
        {
            foreach (var theirs in _seats[other])
            {
                if (AreApart(mine, theirs))
                    (numbers ??= []).Add(_numbers[_policy.ConflictOf(mine)]);
            }
        }
        return numbers is null ? [] : [.. numbers.Distinct().Order()];
    }

    private bool AreApart(int seat, int other) => seat != other && _policy.ConflictOf(seat) == _policy.ConflictOf(other)
        && !_policy.AreKin(_policy.Members[seat], _policy.Members[other]);

    private static int[] SeatsOf(CompiledPolicy policy, int label)
    {
        var seats = new SortedSet<int>();
        foreach (var type in policy.TypesOf(label))
            seats.UnionWith(policy.SeatsOf(type).ToArray());
        return [.. seats];
    }

    private WallSet SetOf(CheckedPolicy policy, IReadOnlyList<Face> faces, int index)
    {
        var entry = policy.Compiled.Conflicts[index];
        var sides = Enumerable.Range(entry.FirstMember, entry.MemberCount).Select(seat => SideOf(policy, faces, seat))
            .OrderBy(side => side.Faces.Count == 0 ? int.MaxValue : side.Faces[0].Index).ThenBy(side => side.Type, StringComparer.Ordinal);
        var where = entry.Scope switch { WallScope.Rack => "rack", WallScope.Zone => "zone", _ => "host" };
        var (name, why) = (Printable.Of(policy.Names.Conflict(index)), Printable.Of(policy.Names.ConflictReason(index)));
        return new WallSet(_numbers[index], name, where, entry.Mode == WallMode.History, why, [.. sides]);
    }

    private WallSide SideOf(CheckedPolicy policy, IReadOnlyList<Face> faces, int seat) =>
        new(Printable.Of(policy.Names.Type(policy.Compiled.Members[seat])), [.. faces.Where(face => _seats[face.Index].Contains(seat))]);
}
