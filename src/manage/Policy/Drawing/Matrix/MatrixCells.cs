using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>Draws the cells of the matrix of who may share what with whom.</summary>
internal sealed class MatrixCells
{
    private const int MostMarks = 3;

    private readonly SvgCanvas _canvas;
    private readonly MatrixLayout _layout;
    private readonly DrawnPolicy _policy;
    private readonly AccessTable _table;
    private readonly List<Box> _bricks = [];

    public MatrixCells(SvgCanvas canvas, MatrixLayout layout, DrawnPolicy policy, AccessTable table)
    {
        _canvas = canvas;
        _layout = layout;
        _policy = policy;
        _table = table;
    }

    /// <summary>How many marks stand one under the other in the fullest cell.</summary>
    public static int LinesOf(IReadOnlyList<FaceGroup> groups, AccessTable table)
    {
        var drawn = groups.Select(group => group.First.Index).ToHashSet();
        var used = table.Used.Where(cell => drawn.Contains(cell.Row) && drawn.Contains(cell.Column));
        return Math.Min(MostMarks, used.Select(cell => table[cell.Row, cell.Column].Count).Append(1).Max());
    }

    public void Draw()
    {
        for (var row = 0; row < _layout.Count; row++)
        {
            for (var column = 0; column < _layout.Count; column++)
                DrawCell(row, column);
            DrawBricks();
        }
    }

    /// <summary>The walls of a row of small cells.</summary>
    private void DrawBricks()
    {
        if (_bricks.Count > 0)
            CellSigns.Bricks(_canvas, _bricks);
        _bricks.Clear();
    }

    private void DrawCell(int row, int column)
    {
        var box = _layout.Cell(row, column);
        var (first, second) = (_layout.Groups[row].First, _layout.Groups[column].First);
        if (row == column)
        {
            DrawSelf(box, _layout.Groups[row]);
            return;
        }
        Draw(box, first, second);
    }

    /// <summary>A label with itself; where it stands for others too, what they may do with each other.</summary>
    private void DrawSelf(Box box, FaceGroup group)
    {
        _canvas.Rect(box.Inset(0.5), new Paint(Palette.Self));
        if (group.More > 0 && HasAny(group.Members[0], group.Members[1]))
            Draw(box, group.Members[0], group.Members[1]);
        else
            CellSigns.Self(_canvas, box, _layout.Density);
    }

    private bool HasAny(Face row, Face column) =>
        _table[row.Index, column.Index].Count > 0 || _policy.Walls.Between(row.Index, column.Index).Count > 0;

    private void Draw(Box box, Face row, Face column)
    {
        var marks = _table[row.Index, column.Index];
        var walls = _policy.Walls.Between(row.Index, column.Index);
        if (marks.Count == 0 && walls.Count == 0)
            return;
        if (marks.Count == 0 && _layout.Density == Density.Dense)
        {
            _bricks.Add(box);
            return;
        }
        _canvas.Open(Tip(row, column, marks, walls));
        if (walls.Count > 0)
            DrawWall(box, walls, alone: marks.Count == 0);
        if (_layout.Density == Density.Dense && marks.Count > 0)
            CellSigns.Dense(_canvas, box, marks);
        else
            DrawPills(box, marks);
        _canvas.Close();
    }

    private void DrawWall(Box box, IReadOnlyList<int> walls, bool alone)
    {
        _canvas.Rect(box.Inset(0.5), new Paint(Palette.WallTint));
        var numbers = _policy.Walls.Sets.Count > 1 && _layout.Density != Density.Dense
            ? string.Join(' ', walls.Select(number => number.ToString(CultureInfo.InvariantCulture)))
            : "";
        if (alone)
            CellSigns.Wall(_canvas, box, numbers, _layout.Density);
        else
            CellSigns.Corner(_canvas, box, numbers, _layout.Density);
    }

    private void DrawPills(Box box, IReadOnlyList<CellMark> marks)
    {
        var shown = marks.Count > MostMarks ? MostMarks - 1 : marks.Count;
        var lines = marks.Count > MostMarks ? MostMarks : marks.Count;
        var (height, step) = _layout.Density == Density.Wide ? (18.0, 21.0) : (14.0, 16.0);
        var y = box.CenterY - (lines - 1) * step / 2;
        for (var i = 0; i < shown; i++, y += step)
            CellSigns.Pill(_canvas, new Box(box.X, y, box.Width, 0).Centered(box.Width - 6, height), marks[i], _layout.Density);
        if (lines > shown)
            _canvas.Text(box.CenterX, y, $"+{marks.Count - shown} more", TextStyle.Small.At(Anchor.Middle));
    }

    private string Tip(Face row, Face column, IReadOnlyList<CellMark> marks, IReadOnlyList<int> walls)
    {
        var allowed = marks.Take(20).Select(mark => mark.IsShare
            ? $"share, {FlowWords.Words(mark.Flows)}"
            : $"{mark.Channel}: {mark.Text}, {FlowWords.Words(mark.Flows)}{(mark.IsAnswer ? $", opened by {column.Name}" : "")}");
        var apart = walls.Select(number => _policy.Walls.Sets[number - 1]).Select(set => $"kept apart by {set.Name}");
        return $"{row.Name} with {column.Name}: {string.Join("; ", allowed.Concat(apart))}";
    }
}
