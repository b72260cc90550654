using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>The way of a line: curves between layers, straight through them.</summary>
internal sealed class LineRoute
{
    private static readonly double[] TextShares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

    private readonly List<(Point Start, Point First, Point Second, Point End)> _curves = [];

    private LineRoute(Point start, Point end)
    {
        Start = start;
        End = end;
    }

    public Point Start { get; }

    public Point End { get; }

    /// <summary>Where text may stand on it: the middle of its first curve before all other places.</summary>
    public IEnumerable<Point> TextPlaces => _curves.SelectMany(curve => TextShares.Select(at => On(curve, at)));

    /// <summary>From one layer to another, through passages.</summary>
    public static LineRoute Across(GraphLine line, Point start, Point end, IReadOnlyList<Column> columns)
    {
        var route = new LineRoute(start, end);
        var at = start;
        foreach (var passage in line.Items.Skip(1).SkipLast(1))
        {
            route.Curve(at, new Point(passage.X, passage.Middle));
            at = new Point(passage.X + passage.Width, passage.Middle);
        }
        route.Curve(at, end with { X = Math.Min(end.X, columns[line.Right.Layer].Left) });
        return route;
    }

    /// <summary>Out of a layer and back to it.</summary>
    public static LineRoute Back(Point start, Point end, double depth)
    {
        var route = new LineRoute(start, end);
        route._curves.Add((start, start with { X = start.X + depth }, end with { X = end.X + depth }, end));
        return route;
    }

    public PathData Path()
    {
        var path = new PathData().MoveTo(Start.X, Start.Y);
        foreach (var (start, first, second, end) in _curves)
            path.LineTo(start.X, start.Y).CurveTo(first, second, end);
        return path.LineTo(End.X, End.Y);
    }

    private void Curve(Point start, Point end)
    {
        var half = (end.X - start.X) / 2;
        _curves.Add((start, start with { X = start.X + half }, end with { X = end.X - half }, end));
    }

    private static Point On((Point Start, Point First, Point Second, Point End) curve, double at)
    {
        var (a, b, c, d) = ((1 - at) * (1 - at) * (1 - at), 3 * at * (1 - at) * (1 - at), 3 * at * at * (1 - at), at * at * at);
        return new Point(
            a * curve.Start.X + b * curve.First.X + c * curve.Second.X + d * curve.End.X,
            a * curve.Start.Y + b * curve.First.Y + c * curve.Second.Y + d * curve.End.Y);
    }
}
