using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Plain;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>The matrix as text.</summary>
internal sealed class MatrixText
{
    private const int MostCell = 16;
    private const int MostNames = 6;

    private readonly DrawnPolicy _policy;
    private readonly AccessTable _table;
    private readonly IReadOnlyList<FaceGroup> _groups;

    private MatrixText(DrawnPolicy policy)
    {
        _policy = policy;
        _table = AccessTable.Of(policy);
        _groups = Grouping.Of(policy, _table);
    }

    public static string Of(DrawnPolicy policy, int width)
    {
        var page = new PlainPage(policy, width, "Who may share what with whom: the row asks, the column is asked.");
        var text = new MatrixText(policy);
        var grid = new PlainGrid(text._groups, text.Cell);
        var fits = grid.Width <= page.Width;
        if (fits)
            grid.Write(page);
        else
            text.WriteList(page);
        text.WriteLegend(page, fits);
        PlainLists.Walls(page, policy);
        PlainLists.Channels(page, policy, text._groups);
        PlainLists.Groups(page, text._groups);
        return page.ToString();
    }

    private string Cell(int row, int column)
    {
        if (row != column)
            return Cell(_groups[row].First, _groups[column].First);
        var group = _groups[row];
        var among = group.More > 0 ? Cell(group.Members[0], group.Members[1]) : "·";
        return among == "·" ? "=" : among;
    }

    private string Cell(Face row, Face column)
    {
        var tokens = _table[row.Index, column.Index].Select(Token).ToList();
        if (tokens.Count > 1 && Columns.Of(string.Join(' ', tokens)) > MostCell)
            tokens = [tokens[0], $"+{tokens.Count - 1}"];
        if (_policy.Walls.Between(row.Index, column.Index).Count > 0)
            tokens.Add(PlainLists.WallSign);
        return tokens.Count == 0 ? "·" : string.Join(' ', tokens);
    }

    private static string Token(CellMark mark)
    {
        var token = FlowWords.Arrow(mark.Flows) + KindName.Short(mark.Kind, mark.Port);
        return mark.IsAnswer ? $"({token})" : token;
    }

    /// <summary>Too many labels for a grid: for each, what it may do with whom.</summary>
    private void WriteList(PlainPage page)
    {
        for (var row = 0; row < _groups.Count; row++)
        {
            var group = _groups[row];
            page.Line($"  {PlainGrid.Label(group.First)}{(group.More > 0 ? $" +{group.More}" : "")}");
            foreach (var same in Enumerable.Range(0, _groups.Count).GroupBy(column => Cell(row, column), StringComparer.Ordinal))
            {
                var names = same.Select(column => column == row ? "each other" : _groups[column].First.Name);
                if (same.Key is not ("·" or "="))
                    page.Wrapped($"      {same.Key}  ", Names([.. names]), 10);
            }
        }
    }

    private static string Names(List<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private void WriteLegend(PlainPage page, bool isGrid)
    {
        page.Line();
        var marks = _table.Used.SelectMany(cell => _table[cell.Row, cell.Column]).ToList();
        foreach (var line in LegendLines(marks, isGrid))
            page.Line("  " + line);
    }

    private IEnumerable<string> LegendLines(List<CellMark> marks, bool isGrid)
    {
        if (marks.Exists(mark => mark.IsShare))
            yield return "⇄       share, both ways; → only out of the row, ← only into it (levels)";
        if (marks.Exists(mark => !mark.IsShare))
            yield return "⇄4433   channel that the row may open: vsock to that port; mem shared memory; vol read a volume";
        if (marks.Exists(mark => mark.IsAnswer))
            yield return "(⇄4433) only the column may open it; the row answers";
        if (_policy.Walls.Sets.Count > 0)
            yield return $"{PlainLists.WallSign}       kept apart by a conflict set";
        yield return isGrid ? "=       the label itself        ·  no rule allows anything" : "what is not listed: no rule allows it";
    }
}
