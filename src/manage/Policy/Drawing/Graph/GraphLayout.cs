using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>The map with the place of everything.</summary>
internal sealed class GraphLayout
{
    private const double LevelDepth = 56;
    private const double MostText = 160;

    private readonly List<Box> _taken;

    private GraphLayout(GraphModel model)
    {
        Model = model;
        Graph = LayeredGraph.Of(model);
        LayerOrdering.Apply(Graph);
        LineEnds.MakeRoom(Graph);
        VerticalPlacement.Apply(Graph);
        Columns = HorizontalPlacement.Apply(model, Graph);
        Ends = LineEnds.Of(Graph);
        RailTexts = [.. PlaceRailTexts()];
        _taken = [.. Boxes, .. RailTexts.Select(text => text.Box)];
        Lines = [.. Graph.Lines.Select(Draw)];
        Width = Lines.Select(line => line.TextBox.Right).Concat(Columns.Select(column => column.Right)).Append(0).Max();
        Height = Graph.Items.Select(item => item.Y + item.Height).Append(0).Max();
    }

    public GraphModel Model { get; }

    public LayeredGraph Graph { get; }

    public IReadOnlyList<Column> Columns { get; }

    public LineEnds Ends { get; }

    public IReadOnlyList<DrawnLine> Lines { get; }

    /// <summary>What is written on the lines of those that share: in the gaps between their boxes.</summary>
    public IReadOnlyList<(Box Box, string Text)> RailTexts { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Everything that has a frame: labels and walls.</summary>
    public IEnumerable<Box> Boxes => Graph.Items.Where(item => item.Kind != ItemKind.Passage).Select(item => item.Box);

    public static GraphLayout Of(GraphModel model) => new(model);

    /// <summary>Where an upright line stands.</summary>
    public double TrackX(GraphBus bus) => Columns[bus.Layer].Boxes - 14 - bus.Track * HorizontalPlacement.TrackWidth;

    /// <summary>Each in the first gap between its boxes that is still free; left out where there is none, as its tip says the same.</summary>
    private IEnumerable<(Box Box, string Text)> PlaceRailTexts()
    {
        var free = Graph.Items.ToHashSet();
        foreach (var bus in Graph.Buses.Where(bus => bus.Rail >= 0))
        {
            var layer = Graph.Layers[bus.Layer];
            var (first, last) = (bus.Items.Min(item => item.Place), bus.Items.Max(item => item.Place));
            if (layer[first..last].Find(free.Remove) is { } upper)
                yield return RailText(Model.Rails[bus.Rail].Type, upper, layer[upper.Place + 1]);
        }
    }

    private static (Box Box, string Text) RailText(string type, GraphItem upper, GraphItem lower)
    {
        var text = TextWidth.FitName($"share {type}", upper.Width - 12, NodeText.RailStyle);
        var middle = (upper.Y + upper.Height + lower.Y) / 2;
        return (new Box(upper.X + 6, middle - 6, TextWidth.Of(text, NodeText.RailStyle), 12), text);
    }

    private DrawnLine Draw(GraphLine line)
    {
        var link = line.Link < 0 ? null : Model.DrawnLinks[line.Link];
        var start = new Point(line.Left.X + line.Left.Width, Ends[new LineEnd(line.Left, true, line)]);
        var end = new Point(line.IsLevel ? line.Right.X + line.Right.Width : line.Right.X, Ends[new LineEnd(line.Right, line.IsLevel, line)]);
        var route = line.IsLevel ? LineRoute.Back(start, end, LevelDepth * 1.4) : LineRoute.Across(line, start, end, Columns);
        var text = link is null ? "" : TextWidth.Fit(link.Text, MostText, NodeText.LineStyle);
        return new DrawnLine(line, link, route, text, link is null ? default : PlaceText(route, text));
    }

    /// <summary>The first place where nothing stands; where there is none, the one with least under it.</summary>
    private Box PlaceText(LineRoute route, string text)
    {
        var (width, height) = (TextWidth.Of(text, NodeText.LineStyle) + 8, 16);
        var places = route.TextPlaces.Select(at => new Box(at.X - width / 2, at.Y - height / 2.0, width, height)).ToList();
        var best = places.MinBy(Covered);
        _taken.Add(best);
        return best;
    }

    private double Covered(Box box) =>
        _taken.Sum(other => Common(box.X, box.Right, other.X, other.Right) * Common(box.Y, box.Bottom, other.Y, other.Bottom));

    private static double Common(double start, double end, double otherStart, double otherEnd) =>
        Math.Max(0, Math.Min(end, otherEnd) - Math.Max(start, otherStart));
}
