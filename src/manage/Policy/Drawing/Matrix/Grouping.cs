using System.Collections.Generic;
using System.Linq;
using System.Text;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>
/// Puts labels together that may do the same with everyone else, and the same with each other: two of them could change places and nothing in the
/// picture would change. Only done where there are many labels.
/// </summary>
internal sealed class Grouping
{
    private readonly int _count;
    private readonly int[][] _codes;

    private Grouping(DrawnPolicy policy, AccessTable table)
    {
        _count = policy.Faces.Count;
        _codes = [.. Enumerable.Range(0, _count).Select(_ => new int[_count])];
        var known = new Dictionary<string, int>();
        for (var row = 0; row < _count; row++)
        {
            for (var column = 0; column < _count; column++)
                _codes[row][column] = CodeOf(table[row, column], policy.Walls.Between(row, column), known);
        }
    }

    /// <summary>More labels than this are grouped.</summary>
    public static int Most => 40;

    public static IReadOnlyList<FaceGroup> Of(DrawnPolicy policy, AccessTable table) =>
        policy.Faces.Count <= Most ? [.. policy.Faces.Select(face => new FaceGroup(face, [face]))] : new Grouping(policy, table).Groups(policy);

    private static int CodeOf(IReadOnlyList<CellMark> marks, IReadOnlyList<int> walls, Dictionary<string, int> known)
    {
        if (marks.Count == 0 && walls.Count == 0)
            return 0;
        var text = new StringBuilder();
        foreach (var mark in marks)
            text.Append((int)mark.Kind).Append('/').Append(mark.Port).Append('/').Append((int)mark.Flows).Append(mark.IsAnswer ? "a;" : ";");
        text.Append('|').AppendJoin(',', walls);
        var key = text.ToString();
        if (!known.TryGetValue(key, out var code))
            known.Add(key, code = known.Count + 1);
        return code;
    }

    private List<FaceGroup> Groups(DrawnPolicy policy)
    {
        var groups = new List<List<Face>>();
        var alike = new Dictionary<(long, long, int, string), List<List<Face>>>();
        foreach (var face in policy.Faces)
        {
            var candidates = Candidates(alike, face);
            var group = candidates.Find(group => AreTwins(group[0].Index, face.Index));
            if (group is null)
            {
                group = [];
                candidates.Add(group);
                groups.Add(group);
            }
            group.Add(face);
        }
        return [.. groups.Select(group => new FaceGroup(group[0], group))];
    }

    /// <summary>Groups whose rows and columns have the same sums; only these need to be compared.</summary>
    private List<List<Face>> Candidates(Dictionary<(long, long, int, string), List<List<Face>>> alike, Face face)
    {
        var row = _codes[face.Index].Sum(code => (long)code * code);
        var column = _codes.Sum(codes => (long)codes[face.Index] * codes[face.Index]);
        var key = (row, column, _codes[face.Index].Count(code => code != 0), face.Levels);
        if (!alike.TryGetValue(key, out var candidates))
            alike.Add(key, candidates = []);
        return candidates;
    }

    private bool AreTwins(int first, int second)
    {
        if (_codes[first][second] != _codes[second][first] || _codes[first][first] != _codes[second][second])
            return false;
        for (var other = 0; other < _count; other++)
        {
            if (other != first && other != second && !SameWith(first, second, other))
                return false;
        }
        return true;
    }

    private bool SameWith(int first, int second, int other) =>
        _codes[first][other] == _codes[second][other] && _codes[other][first] == _codes[other][second];
}
