using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Spreads the ends of lines over the sides of boxes, in the order of where they come from: they do not meet or cross there.</summary>
internal sealed class LineEnds
{
    private const double Apart = 13;

    private readonly Dictionary<LineEnd, double> _heights = [];

    private LineEnds(LayeredGraph graph)
    {
        foreach (var side in EndsOf(graph).GroupBy(end => (end.End.Item, end.End.AtRight)))
            Spread(side.Key.Item, [.. side.OrderBy(end => end.From).Select(end => end.End)]);
    }

    /// <summary>Height of an end.</summary>
    public double this[LineEnd end] => _heights[end];

    public static LineEnds Of(LayeredGraph graph) => new(graph);

    /// <summary>Makes boxes high enough for all that ends at one of their sides. Before heights are given.</summary>
    public static void MakeRoom(LayeredGraph graph)
    {
        foreach (var side in EndsOf(graph).GroupBy(end => (end.End.Item, end.End.AtRight)))
            side.Key.Item.Height = System.Math.Max(side.Key.Item.Height, (side.Count() + 1) * Apart);
    }

    private static IEnumerable<(LineEnd End, double From)> EndsOf(LayeredGraph graph)
    {
        foreach (var line in graph.Lines)
        {
            yield return (new LineEnd(line.Left, true, line), line.Items[1].Middle);
            yield return (new LineEnd(line.Right, line.IsLevel, line), line.Items[^2].Middle);
        }
        foreach (var bus in graph.Buses)
        {
            foreach (var item in bus.Items)
                yield return (new LineEnd(item, false, bus), bus.Middle);
        }
    }

    private void Spread(GraphItem item, List<LineEnd> ends)
    {
        for (var i = 0; i < ends.Count; i++)
            _heights[ends[i]] = item.Y + item.Height * (i + 1) / (ends.Count + 1);
    }
}
