using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Graph;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing;

/// <summary>Draws a map of the labels: channels as arrows, those that share on one line, walls between those that are kept apart.</summary>
public static class GraphDrawing
{
    private const string Description = "What joins labels, and what keeps them apart. No line: no rule allows anything.";

    /// <summary>The map as SVG. Of very many labels it shows the busiest, and says how many it leaves out; the matrix shows all.</summary>
    public static string Svg(CheckedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var drawn = DrawnPolicy.Of(policy);
        var model = GraphModel.Of(drawn);
        var layout = GraphLayout.Of(model);
        var page = Page.Begin(drawn, layout.Width, "Map", Description);
        DrawMap(page, layout);
        DrawAlone(page, model);
        DrawHidden(page, model);
        page.Skip(8);
        page.Legend([.. Legend(drawn, model)]);
        PolicyLists.Walls(page, drawn, numbered: false);
        PolicyLists.Channels(page, drawn, model.Groups);
        PolicyLists.Groups(page, model.Groups);
        return page.End("graph");
    }

    /// <summary>The map as text for a terminal.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static string Text(CheckedPolicy policy, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return GraphText.Of(DrawnPolicy.Of(policy), width);
    }

    private static void DrawMap(Page page, GraphLayout layout)
    {
        page.Skip(6);
        page.Canvas.OpenAt(new Point(Page.Margin + Math.Max(0, (page.Inner - layout.Width) / 2), page.Y));
        GraphSvg.Draw(page.Canvas, layout);
        page.Canvas.Close();
        page.Skip(layout.Height + 20);
    }

    private static void DrawAlone(Page page, GraphModel model)
    {
        if (model.Alone.Count == 0)
            return;
        var strip = AloneStrip.Of(model.Alone, page.Inner);
        page.Heading("Alone", "no sharing, no channel, no conflict set");
        strip.Draw(page.Canvas, new Point(Page.Margin, page.Y));
        page.Skip(strip.Height);
        if (strip.Hidden > 0)
            page.Note($"and {strip.Hidden} more labels");
    }

    private static void DrawHidden(Page page, GraphModel model)
    {
        if (model.HiddenLabels > 0)
            page.Note($"This map shows the {model.Nodes.Count} busiest boxes; {model.HiddenLabels} more labels are in the matrix only.");
        var hidden = model.HiddenLinks + model.HiddenRails;
        if (hidden > 0)
            page.Note($"{hidden} more lines between these boxes are not drawn; the matrix has them.");
        if (model.HiddenWalls > 0)
            page.Note($"{model.HiddenWalls} more conflict sets are not drawn; the matrix has them.");
    }

    private static IEnumerable<LegendItem> Legend(DrawnPolicy drawn, GraphModel model)
    {
        if (model.DrawnLinks.Any(link => link.Flows == Flows.Both))
            yield return new LegendItem((canvas, box) => Sample(canvas, box, Flows.Both), "channel, both ways; the ring marks who may open it");
        if (model.DrawnLinks.Any(link => link.Flows != Flows.Both))
            yield return new LegendItem((canvas, box) => Sample(canvas, box, Flows.Out), "channel, information moves one way only");
        if (model.Rails.Count > 0)
            yield return new LegendItem((canvas, box) => Rail(canvas, box.X + 4, box.Right - 4, box.CenterY), "share everything of a type");
        if (model.Rails.Any(rail => rail.Members.Any(member => member.Flows is Flows.In or Flows.Out)))
            yield return new LegendItem(RailSample, "share, but levels let information move one way only");
        if (model.Walls.Count > 0)
            yield return new LegendItem(WallSample, "kept apart by a conflict set");
        if (drawn.Faces.Any(face => face.IsGuard))
            yield return LegendItem.Guard;
    }

    private static void Sample(SvgCanvas canvas, Box box, Flows flows)
    {
        Signs.Arrow(canvas, new Point(box.X + 9, box.CenterY), box.Width - 12, flows, Paint.Line(Palette.ChannelLine, 1.8));
        GraphSvg.Dot(canvas, new Point(box.X + 4, box.CenterY));
    }

    private static void Rail(SvgCanvas canvas, double left, double right, double y) =>
        canvas.Line(new Point(left, y), new Point(right, y), Paint.Line(Palette.ShareLine, 4));

    private static void RailSample(SvgCanvas canvas, Box box)
    {
        Rail(canvas, box.X + 4, box.Right - 12, box.CenterY);
        Signs.Head(canvas, new Point(box.Right - 2, box.CenterY), 1, 13, Palette.ShareLine);
    }

    private static void WallSample(SvgCanvas canvas, Box box)
    {
        canvas.Line(new(box.X, box.CenterY), new(box.Right, box.CenterY), Paint.Line(Palette.Wall, 1.6, "6 4"));
        Signs.Wall(canvas, box.Centered(22, 15));
    }
}
