using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Flow;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing;

/// <summary>Draws where information can come, from the label of a row to that of a column: directly, through others, only through guards.</summary>
public static class FlowsDrawing
{
    private const string Description = "Where information can come: from the label of the row to the label of the column, by any number of steps.";

    /// <summary>The flows as SVG.</summary>
    public static string Svg(CheckedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var drawn = DrawnPolicy.Of(policy);
        var table = FlowTable.Of(drawn, Grouping.Of(drawn, AccessTable.Of(drawn)));
        var layout = new MatrixLayout(table.Groups, 1);
        var page = Page.Begin(drawn, layout.Width, "Flows of information", Description);
        layout.Place(new Point(Page.Margin, page.Y));
        MatrixFrame.Draw(page.Canvas, layout, new MatrixCaptions("from", "to"));
        new FlowCells(page.Canvas, layout, drawn, table).Draw();
        page.Skip(layout.Height + 18);
        page.Legend([.. Legend(drawn, layout, table)]);
        FlowList.Draw(page, drawn, table);
        PolicyLists.Walls(page, drawn, numbered: layout.Density == Density.Wide);
        PolicyLists.Groups(page, table.Groups);
        return page.End("flows");
    }

    /// <summary>The flows as text for a terminal: a grid where it fits, else a list; the shortest ways beneath.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static string Text(CheckedPolicy policy, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return FlowText.Of(DrawnPolicy.Of(policy), width);
    }

    private static IEnumerable<LegendItem> Legend(DrawnPolicy drawn, MatrixLayout layout, FlowTable table)
    {
        foreach (var kind in table.Used)
            yield return new LegendItem((canvas, box) => Sample(canvas, box, layout, kind), FlowText.Words(kind));
        if (drawn.Walls.Sets.Count > 0)
            yield return new LegendItem((canvas, box) => WallSample(canvas, box, layout), WallWords(layout));
        if (drawn.Faces.Any(face => face.IsGuard))
            yield return LegendItem.Guard;
        if (layout.Density != Density.Wide)
            yield return new LegendItem((canvas, box) => CellSigns.Self(canvas, box, layout.Density), "the label itself");
        yield return LegendItem.Empty("information cannot come there");
    }

    private static string WallWords(MatrixLayout layout) => layout.Density == Density.Dense
        ? "though a conflict set keeps the two apart"
        : "though a conflict set keeps the two apart (framed in red where no guard is on the way)";

    private static void WallSample(SvgCanvas canvas, Box box, MatrixLayout layout)
    {
        if (layout.Density == Density.Dense)
            DenseFlows.DrawWalls(canvas, [box.Centered(18, 18)]);
        else
            Signs.Wall(canvas, box.Centered(15, 9));
    }

    private static void Sample(SvgCanvas canvas, Box box, MatrixLayout layout, FlowKind kind)
    {
        if (layout.Density == Density.Dense)
        {
            DenseFlows.Draw(canvas, [box.Centered(18, 18)], kind);
            return;
        }
        canvas.Rect(box.Centered(40, 20), new Paint(FlowSigns.Tint(kind)));
        FlowSigns.Arrow(canvas, box.Centered(34, 11), kind);
    }
}
