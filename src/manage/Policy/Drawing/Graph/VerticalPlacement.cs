using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Gives items their height on the map: as near to what they are joined to as the order and the gaps of their layer allow.</summary>
internal sealed class VerticalPlacement
{
    private const int Passes = 24;

    private readonly LayeredGraph _graph;
    private readonly ILookup<GraphItem, GraphItem> _joined;
    private readonly ILookup<GraphItem, GraphItem> _beside;

    private VerticalPlacement(LayeredGraph graph)
    {
        _graph = graph;
        var rails = graph.Buses.Where(bus => bus.Rail >= 0).SelectMany(bus => bus.Items.Zip(bus.Items.Skip(1)));
        var across = graph.Segments.Concat(rails).SelectMany(pair => new[] { (pair.Item1, pair.Item2), (pair.Item2, pair.Item1) });
        _joined = across.ToLookup(pair => pair.Item1, pair => pair.Item2);
        _beside = graph.Neighbours.ToLookup(pair => pair.Wall, pair => pair.Member);
    }

    public static void Apply(LayeredGraph graph) => new VerticalPlacement(graph).Apply();

    private void Apply()
    {
        foreach (var layer in _graph.Layers)
            Place(layer, [.. layer.Select(_ => 0.0)]);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var layer in pass % 2 == 0 ? _graph.Layers : _graph.Layers.Reverse())
                Place(layer, [.. layer.Select(Wanted)]);
        }
        CloseGaps();
        var top = _graph.Items.Select(item => item.Y).DefaultIfEmpty(0).Min();
        foreach (var item in _graph.Items)
            item.Y -= top;
    }

    /// <summary>Parts of the map that nothing joins to others move up as far as there is room.</summary>
    private void CloseGaps()
    {
        var part = Parts();
        foreach (var items in _graph.Items.GroupBy(item => part[item]).OrderBy(items => items.Min(item => item.Y)))
        {
            var room = items.Min(item => RoomAbove(item, part));
            foreach (var item in items)
                item.Y -= room;
        }
    }

    /// <summary>For each item the first of those that it is joined to, also through others.</summary>
    private Dictionary<GraphItem, int> Parts()
    {
        var part = new Dictionary<GraphItem, int>();
        foreach (var start in _graph.Items)
        {
            var queue = new Queue<GraphItem>([start]);
            while (queue.TryDequeue(out var item))
            {
                if (!part.TryAdd(item, part.GetValueOrDefault(start, part.Count)))
                    continue;
                foreach (var other in _joined[item].Concat(_beside[item]))
                    queue.Enqueue(other);
            }
        }
        return part;
    }

    /// <summary>Room to what is above and of another part; what has nothing above it can go to the top.</summary>
    private double RoomAbove(GraphItem item, Dictionary<GraphItem, int> part)
    {
        var layer = _graph.Layers[item.Layer];
        var above = item.Place == 0 ? null : layer[item.Place - 1];
        if (above is null)
            return item.Y - _graph.Items.Min(other => other.Y);
        return part[above] == part[item] ? double.MaxValue : item.Y - above.Y - above.Height - Gap(above, item);
    }

    private double Wanted(GraphItem item)
    {
        var joined = (_beside.Contains(item) ? _beside[item] : _joined[item]).ToList();
        return (joined.Count == 0 ? item.Middle : joined.Average(other => other.Middle)) - item.Height / 2;
    }

    /// <summary>The places nearest to those wanted (least squares) that keep order and gaps: neighbours that would overlap move together.</summary>
    private static void Place(List<GraphItem> layer, List<double> wanted)
    {
        var offsets = Offsets(layer);
        var runs = new List<(double Sum, int Count)>();
        for (var i = 0; i < layer.Count; i++)
        {
            runs.Add((wanted[i] - offsets[i], 1));
            while (runs.Count > 1 && runs[^2].Sum / runs[^2].Count > runs[^1].Sum / runs[^1].Count)
            {
                runs[^2] = (runs[^2].Sum + runs[^1].Sum, runs[^2].Count + runs[^1].Count);
                runs.RemoveAt(runs.Count - 1);
            }
        }
        var starts = runs.SelectMany(run => Enumerable.Repeat(run.Sum / run.Count, run.Count)).ToList();
        for (var i = 0; i < layer.Count; i++)
            layer[i].Y = Math.Round(starts[i] + offsets[i], 2);
    }

    private static double[] Offsets(List<GraphItem> layer)
    {
        var offsets = new double[layer.Count];
        for (var i = 1; i < layer.Count; i++)
            offsets[i] = offsets[i - 1] + layer[i - 1].Height + Gap(layer[i - 1], layer[i]);
        return offsets;
    }

    private static double Gap(GraphItem upper, GraphItem lower) => (upper.Kind, lower.Kind) switch
    {
        (ItemKind.Passage, ItemKind.Passage) => 12,
        (ItemKind.Passage, _) or (_, ItemKind.Passage) => 18,
        (ItemKind.Wall, _) or (_, ItemKind.Wall) => 18,
        _ => 26,
    };
}
