using System.Collections.Generic;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>
/// Flows where there is no room for arrows: marks only. Those of a row and kind are drawn at once, so that pictures of many labels stay small.
/// </summary>
internal static class DenseFlows
{
    private const double Size = 9;
    private const double Hole = 5;

    /// <summary>The marks of a kind in the middle of these cells.</summary>
    public static void Draw(SvgCanvas canvas, IReadOnlyList<Box> cells, FlowKind kind)
    {
        canvas.Path(Ground(cells), new Paint(FlowSigns.Tint(kind)));
        if (kind == FlowKind.Guarded)
        {
            canvas.Path(Shields(cells), new Paint(FlowSigns.Color(kind)));
            return;
        }
        canvas.Dots(Lines(cells), Size, cells[0].Width, FlowSigns.Color(kind));
        if (kind == FlowKind.Through)
            canvas.Dots(Lines(cells), Hole, cells[0].Width, Palette.Paper);
    }

    /// <summary>Walls in the corners of these cells.</summary>
    public static void DrawWalls(SvgCanvas canvas, IReadOnlyList<Box> cells)
    {
        var corners = new PathData();
        foreach (var cell in cells)
            corners.MoveTo(cell.Right - 6, cell.Y + 0.5).LineTo(cell.Right - 0.5, cell.Y + 0.5).LineTo(cell.Right - 0.5, cell.Y + 6).Close();
        canvas.Path(corners, new Paint(Palette.Wall));
    }

    /// <summary>Cells that touch become one shape.</summary>
    private static PathData Ground(IReadOnlyList<Box> cells)
    {
        var ground = new PathData();
        foreach (var (first, last) in Runs(cells))
        {
            var run = (first with { Width = last.Right - first.X }).Inset(0.5);
            ground.MoveTo(run.X, run.Y).LineTo(run.Right, run.Y).LineTo(run.Right, run.Bottom).LineTo(run.X, run.Bottom).Close();
        }
        return ground;
    }

    /// <summary>From the middle of the first to a little behind that of the last, so that it has its dot too.</summary>
    private static PathData Lines(IReadOnlyList<Box> cells)
    {
        var lines = new PathData();
        foreach (var (first, last) in Runs(cells))
            lines.MoveTo(first.CenterX, first.CenterY).LineTo(last.CenterX + 1, last.CenterY);
        return lines;
    }

    /// <summary>The first and the last of cells that touch.</summary>
    private static IEnumerable<(Box First, Box Last)> Runs(IReadOnlyList<Box> cells)
    {
        for (var first = 0; first < cells.Count;)
        {
            var last = first;
            while (last + 1 < cells.Count && cells[last + 1].X - cells[last].Right < 0.1)
                last++;
            yield return (cells[first], cells[last]);
            first = last + 1;
        }
    }

    private static PathData Shields(IReadOnlyList<Box> cells)
    {
        var shields = new PathData();
        foreach (var cell in cells)
            Shield(shields, cell.CenterX, cell.CenterY);
        return shields;
    }

    private static void Shield(PathData shields, double x, double y) =>
        shields.MoveTo(x - 4, y - 5).LineTo(x + 4, y - 5).LineTo(x + 4, y).LineTo(x, y + 5).LineTo(x - 4, y).Close();
}
