using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Plain;

/// <summary>A matrix in text: marks over the columns, mark and name before the rows.</summary>
internal sealed class PlainGrid
{
    private const int MarkWidth = 4;
    private const int MostName = 28;

    private readonly IReadOnlyList<FaceGroup> _groups;
    private readonly string[][] _cells;
    private readonly int[] _widths;
    private readonly int _names;

    public PlainGrid(IReadOnlyList<FaceGroup> groups, Func<int, int, string> cell)
    {
        _groups = groups;
        _cells = [.. groups.Select((_, row) => groups.Select((_, column) => cell(row, column)).ToArray())];
        _widths = [.. groups.Select((group, column) => Math.Max(Columns.Of(Mark(group.First)), _cells.Max(row => Columns.Of(row[column]))))];
        _names = groups.Select(group => Math.Min(Columns.Of(group.First.Name + More(group)), MostName)).Append(0).Max();
    }

    /// <summary>Columns that it takes.</summary>
    public int Width => 2 + MarkWidth + 1 + _names + 2 + _widths.Sum(width => width + 2);

    /// <summary>A mark in at most four columns.</summary>
    public static string Mark(Face face) => Columns.Fit(face.Mark, MarkWidth);

    /// <summary>A label as lines begin with it: mark and name.</summary>
    public static string Label(Face face) => $"[{Mark(face)}] {face.Name}";

    public void Write(PlainPage page)
    {
        page.Line($"  {new string(' ', MarkWidth + 1 + _names)} │{Cells(column => Mark(_groups[column].First))}");
        page.Line($"  {new string('─', MarkWidth + 1 + _names)}─┼{new string('─', _widths.Sum(width => width + 2))}");
        for (var row = 0; row < _groups.Count; row++)
        {
            var cells = _cells[row];
            page.Line($"  {Columns.Pad(Mark(_groups[row].First), MarkWidth)} {Name(_groups[row])} │{Cells(column => cells[column])}");
        }
    }

    private string Cells(Func<int, string> cell) =>
        string.Concat(Enumerable.Range(0, _groups.Count).Select(column => "  " + Columns.Pad(cell(column), _widths[column])));

    private string Name(FaceGroup group)
    {
        var name = Columns.Name(group.First.Name, Math.Min(_names - More(group).Length, Columns.Of(group.First.Name)));
        return Columns.Pad(name + More(group), _names);
    }

    private static string More(FaceGroup group) => group.More == 0 ? "" : $" +{group.More}";
}
