using System;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing;

/// <summary>Draws who may share what with whom: the label of a row asks, that of a column is asked.</summary>
public static class MatrixDrawing
{
    private const string Description = "Who may share what with whom. The label of the row asks, the label of the column is asked.";

    /// <summary>The matrix as SVG.</summary>
    public static string Svg(CheckedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var drawn = DrawnPolicy.Of(policy);
        var table = AccessTable.Of(drawn);
        var groups = Grouping.Of(drawn, table);
        var layout = new MatrixLayout(groups, MatrixCells.LinesOf(groups, table));
        var page = Page.Begin(drawn, layout.Width, "Access matrix", Description);
        DrawMatrix(page, layout, drawn, table);
        page.Legend(new MatrixLegend(layout, drawn, table).Items);
        PolicyLists.Walls(page, drawn, numbered: layout.Density != Density.Dense);
        PolicyLists.Channels(page, drawn, groups);
        PolicyLists.Groups(page, groups);
        return page.End("matrix");
    }

    private static void DrawMatrix(Page page, MatrixLayout layout, DrawnPolicy drawn, AccessTable table)
    {
        layout.Place(new Point(Page.Margin, page.Y));
        MatrixFrame.Draw(page.Canvas, layout, new MatrixCaptions("asks", "is asked"));
        new MatrixCells(page.Canvas, layout, drawn, table).Draw();
        page.Skip(layout.Height + 18);
    }

    /// <summary>The matrix as text for a terminal: a grid where it fits, else a list of what each label may do.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static string Text(CheckedPolicy policy, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return MatrixText.Of(DrawnPolicy.Of(policy), width);
    }
}
