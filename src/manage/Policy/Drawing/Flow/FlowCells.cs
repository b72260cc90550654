using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>Draws the cells of the matrix of flows.</summary>
internal sealed class FlowCells
{
    private readonly SvgCanvas _canvas;
    private readonly MatrixLayout _layout;
    private readonly DrawnPolicy _policy;
    private readonly FlowTable _table;

    public FlowCells(SvgCanvas canvas, MatrixLayout layout, DrawnPolicy policy, FlowTable table)
    {
        _canvas = canvas;
        _layout = layout;
        _policy = policy;
        _table = table;
    }

    public void Draw()
    {
        for (var row = 0; row < _layout.Count; row++)
        {
            for (var column = 0; column < _layout.Count; column++)
                Draw(_layout.Cell(row, column), row, column);
            if (_layout.Density == Density.Dense)
                DrawDense(row);
        }
    }

    private void DrawDense(int row)
    {
        var cells = Enumerable.Range(0, _layout.Count).Where(column => _table[row, column] != FlowKind.None).ToList();
        foreach (var kind in cells.GroupBy(column => _table[row, column]).OrderBy(kind => kind.Key))
            DenseFlows.Draw(_canvas, [.. kind.Select(column => _layout.Cell(row, column))], kind.Key);
        var apart = cells.Where(column => WallsOf(row, column).Count > 0).Select(column => _layout.Cell(row, column)).ToList();
        if (apart.Count > 0)
            DenseFlows.DrawWalls(_canvas, apart);
    }

    private void Draw(Box box, int row, int column)
    {
        var kind = _table[row, column];
        if (row == column)
            _canvas.Rect(box.Inset(0.5), new Paint(Palette.Self));
        if (kind == FlowKind.None && row == column)
            CellSigns.Self(_canvas, box, _layout.Density);
        if (kind != FlowKind.None && _layout.Density != Density.Dense)
            DrawFlow(box, row, column, kind);
    }

    private void DrawFlow(Box box, int row, int column, FlowKind kind)
    {
        var target = _table.Target(row, column);
        _canvas.Open($"from {_table.Groups[row].First.Name} to {target.Name}: {FlowText.Words(kind)}");
        _canvas.Rect(box.Inset(0.5), new Paint(FlowSigns.Tint(kind)));
        if (_layout.Density == Density.Wide)
            DrawWide(box, kind, row, column);
        else
            DrawMedium(box, kind, row, column);
        if (WallsOf(row, column) is { Count: > 0 } walls)
            DrawWall(box, kind, walls);
        _canvas.Close();
    }

    /// <summary>What goes round a wall without a guard is framed: somebody should look at it.</summary>
    private void DrawWall(Box box, FlowKind kind, IReadOnlyList<int> walls)
    {
        CellSigns.Corner(_canvas, box, Numbers(walls), _layout.Density);
        if (kind != FlowKind.Guarded)
            _canvas.Rect(box.Inset(1), Paint.Line(Palette.Wall, 1.6));
    }

    private IReadOnlyList<int> WallsOf(int row, int column) =>
        _policy.Walls.Between(_table.Groups[row].First.Index, _table.Target(row, column).Index);

    private string Numbers(IReadOnlyList<int> walls) => _policy.Walls.Sets.Count > 1
        ? string.Join(' ', walls.Select(number => number.ToString(CultureInfo.InvariantCulture)))
        : "";

    private void DrawWide(Box box, FlowKind kind, int row, int column)
    {
        FlowSigns.Arrow(_canvas, new Box(box.X, box.CenterY - 7, box.Width, 0).Centered(46, 13), kind);
        var style = new TextStyle(10, FlowSigns.Color(kind), Anchor: Anchor.Middle);
        _canvas.Text(box.CenterX, box.CenterY + 12, FlowText.Short(kind, Steps(kind, row, column)), style);
    }

    private void DrawMedium(Box box, FlowKind kind, int row, int column)
    {
        var steps = Steps(kind, row, column);
        FlowSigns.Arrow(_canvas, box.Centered(steps > 1 ? 26 : 30, 10) with { X = box.X + (steps > 1 ? 8 : 15) }, kind);
        if (steps > 1)
            _canvas.Text(box.Right - 12, box.CenterY, $"{steps}", new TextStyle(10, FlowSigns.Color(kind), Anchor: Anchor.Middle));
    }

    private int Steps(FlowKind kind, int row, int column) => kind == FlowKind.Direct ? 1 : _table.Path(row, column).Edges.Count;
}
