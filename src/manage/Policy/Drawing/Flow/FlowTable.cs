using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>The closure of flows between labels, those that are drawn as one looked at once.</summary>
internal sealed class FlowTable
{
    private readonly FlowGraph _graph;
    private readonly FlowKind[][] _kinds;

    private FlowTable(DrawnPolicy policy, IReadOnlyList<FaceGroup> groups)
    {
        _graph = FlowGraph.Of(policy.Policy.Compiled);
        Groups = groups;
        _kinds = [.. groups.Select((_, row) => RowOf(row))];
        Used = [.. _kinds.SelectMany(row => row).Where(kind => kind != FlowKind.None).Distinct().Order()];
    }

    public IReadOnlyList<FaceGroup> Groups { get; }

    public int Count => Groups.Count;

    /// <summary>From the label of the row to that of the column; on the diagonal, among labels that are drawn as one.</summary>
    public FlowKind this[int row, int column] => _kinds[row][column];

    public static FlowTable Of(DrawnPolicy policy, IReadOnlyList<FaceGroup> groups) => new(policy, groups);

    /// <summary>The kinds that there are.</summary>
    public IReadOnlyList<FlowKind> Used { get; }

    /// <summary>A shortest way, for what flows.</summary>
    public FlowPath Path(int row, int column) => _graph.Path(Groups[row].First.Label, Target(row, column).Label)!;

    /// <summary>The label at the end of a cell.</summary>
    public Face Target(int row, int column) => row == column ? Groups[row].Members[^1] : Groups[column].First;

    private FlowKind[] RowOf(int row)
    {
        var from = Groups[row].First.Label;
        var direct = _graph.From(from).Select(edge => edge.To).ToHashSet();
        var (plain, any) = (_graph.ReachableFrom(from, throughGuards: false), _graph.ReachableFrom(from, throughGuards: true));
        FlowKind KindOf(int to)
        {
            if (direct.Contains(to))
                return FlowKind.Direct;
            return plain[to] ? FlowKind.Through : any[to] ? FlowKind.Guarded : FlowKind.None;
        }
        return [.. Groups.Select((_, column) => Target(row, column).Label is var to && to != from ? KindOf(to) : FlowKind.None)];
    }
}
