using System;
using System.Linq;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Plain;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>Flows as text, and the words for them.</summary>
internal sealed class FlowText
{
    private const int MostWays = 40;
    private const int MostNames = 8;
    private const int MostGrid = 40;

    private readonly DrawnPolicy _policy;
    private readonly FlowTable _table;

    private FlowText(DrawnPolicy policy, FlowTable table)
    {
        _policy = policy;
        _table = table;
    }

    /// <summary>What a kind means.</summary>
    public static string Words(FlowKind kind) => kind switch
    {
        FlowKind.Direct => "directly, by sharing or a channel",
        FlowKind.Through => "through others, and nothing on the way guards it",
        _ => "only through guards, which decide what passes",
    };

    /// <summary>What a kind means in a word.</summary>
    public static string Short(FlowKind kind, int steps) => kind switch
    {
        FlowKind.Direct => "direct",
        FlowKind.Through => $"{steps} steps",
        _ => "guarded",
    };

    public static string Of(DrawnPolicy policy, int width)
    {
        var page = new PlainPage(policy, width, "Where information can come: from the row to the column.");
        var groups = Grouping.Of(policy, AccessTable.Of(policy));
        var text = new FlowText(policy, FlowTable.Of(policy, groups));
        var grid = groups.Count <= MostGrid ? new PlainGrid(groups, text.Cell) : null;
        if (grid is not null && grid.Width <= page.Width)
            grid.Write(page);
        else
            text.WriteList(page);
        text.WriteLegend(page);
        text.WriteWays(page);
        PlainLists.Groups(page, groups);
        return page.ToString();
    }

    private string Cell(int row, int column)
    {
        var kind = _table[row, column];
        if (kind == FlowKind.None)
            return row == column ? "=" : "·";
        var sign = kind == FlowKind.Through ? $"○{_table.Path(row, column).Edges.Count}" : Sign(kind);
        return IsApart(row, column) ? $"{sign}{PlainLists.WallSign}" : sign;
    }

    private bool IsApart(int row, int column) =>
        _policy.Walls.Between(_table.Groups[row].First.Index, _table.Target(row, column).Index).Count > 0;

    private static string Sign(FlowKind kind) => kind switch { FlowKind.Direct => "●", FlowKind.Through => "○", _ => "◆" };

    /// <summary>Too many labels for a grid: for each, where information from it can come.</summary>
    private void WriteList(PlainPage page)
    {
        for (var row = 0; row < _table.Count; row++)
        {
            var group = _table.Groups[row];
            page.Line($"  from {PlainGrid.Label(group.First)}{(group.More > 0 ? $" +{group.More}" : "")}");
            foreach (var kind in _table.Used)
                WriteTargets(page, row, kind);
        }
    }

    private void WriteTargets(PlainPage page, int row, FlowKind kind)
    {
        var targets = Enumerable.Range(0, _table.Count).Where(column => _table[row, column] == kind).ToList();
        if (targets.Count == 0)
            return;
        var names = targets.Take(MostNames).Select(column =>
            (column == row ? "each other" : _table.Groups[column].First.Name) + (IsApart(row, column) ? $" {PlainLists.WallSign}" : ""));
        var more = targets.Count > MostNames ? $" and {targets.Count - MostNames} more" : "";
        page.Wrapped($"      {Sign(kind)} to ", string.Join(", ", names) + more, 11);
    }

    private void WriteLegend(PlainPage page)
    {
        page.Line();
        foreach (var kind in _table.Used)
            page.Line($"  {Sign(kind)}  {Words(kind)}{(kind == FlowKind.Through ? "; the number is that of steps" : "")}");
        if (_policy.Walls.Sets.Count > 0)
            page.Line($"  {PlainLists.WallSign}  a conflict set keeps the two apart");
        page.Line("  ·  what is not marked or listed: information cannot come there");
    }

    private void WriteWays(PlainPage page)
    {
        var ways = FlowWays.Of(_policy, _table);
        if (ways.Count == 0)
            return;
        page.Heading("Shortest ways through others");
        foreach (var way in ways.Take(MostWays))
            page.Wrapped($"  {Sign(_table[way.Row, way.Column])} ", PathLine(_table.Path(way.Row, way.Column)), 6);
        if (ways.Count > MostWays)
            page.Line($"  and {ways.Count - MostWays} more");
    }

    /// <summary>As <see cref="PathText"/> writes it, every name of it safe to show.</summary>
    private string PathLine(FlowPath path) =>
        string.Join(' ', PathText.Of(_policy.Policy, path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Printable.Of));
}
