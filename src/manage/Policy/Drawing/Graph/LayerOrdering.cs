using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>
/// Orders the items of each layer so that few lines cross: again and again by the mean place of what they are joined to. The best order found
/// is kept.
/// </summary>
internal sealed class LayerOrdering
{
    private const int Sweeps = 16;
    private const double WallCrossing = 0.3;

    private readonly LayeredGraph _graph;
    private readonly ILookup<GraphItem, GraphItem> _toLeft;
    private readonly ILookup<GraphItem, GraphItem> _toRight;
    private readonly ILookup<GraphItem, GraphItem> _beside;

    private LayerOrdering(LayeredGraph graph)
    {
        _graph = graph;
        _toLeft = graph.Segments.ToLookup(pair => pair.Right, pair => pair.Left);
        _toRight = graph.Segments.ToLookup(pair => pair.Left, pair => pair.Right);
        var pairs = graph.Neighbours.SelectMany(pair => new[] { (pair.Wall, pair.Member), (pair.Member, pair.Wall) });
        _beside = pairs.ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    public static void Apply(LayeredGraph graph) => new LayerOrdering(graph).Apply();

    private void Apply()
    {
        Number();
        var (best, least) = (Snapshot(), Score());
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            Sweep(toRight: sweep % 2 == 0);
            var score = Score();
            if (score < least)
                (best, least) = (Snapshot(), score);
        }
        Restore(best);
        Number();
        foreach (var wall in _graph.Items.Where(item => item.Kind == ItemKind.Wall).ToList())
            MoveBetween(wall);
    }

    /// <summary>Puts a wall between the two nearest of those that it keeps apart, unless that makes more lines cross.</summary>
    private void MoveBetween(GraphItem wall)
    {
        var members = _beside[wall].OrderBy(member => member.Place).ToList();
        if (members.Count < 2)
            return;
        var (layer, before, score) = (_graph.Layers[wall.Layer], _graph.Layers[wall.Layer].ToArray(), Score());
        var upper = members.Zip(members.Skip(1)).Where(pair => pair.First.Block != pair.Second.Block)
            .OrderBy(pair => pair.Second.Place - pair.First.Place).Select(pair => pair.First).FirstOrDefault();
        if (upper is null)
            return;
        layer.Remove(wall);
        layer.Insert(layer.FindLastIndex(item => item.Block == upper.Block) + 1, wall);
        Number(layer);
        if (Score() < score)
            return;
        layer.Clear();
        layer.AddRange(before);
        Number(layer);
    }

    private void Number()
    {
        foreach (var layer in _graph.Layers)
            Number(layer);
    }

    private static void Number(List<GraphItem> layer)
    {
        for (var place = 0; place < layer.Count; place++)
            layer[place].Place = place;
    }

    private List<GraphItem[]> Snapshot() => [.. _graph.Layers.Select(layer => layer.ToArray())];

    private void Restore(List<GraphItem[]> snapshot)
    {
        for (var layer = 0; layer < snapshot.Count; layer++)
        {
            _graph.Layers[layer].Clear();
            _graph.Layers[layer].AddRange(snapshot[layer]);
        }
    }

    private void Sweep(bool toRight)
    {
        var count = _graph.Layers.Count;
        foreach (var layer in toRight ? Enumerable.Range(0, count) : Enumerable.Range(0, count).Reverse())
            Order(_graph.Layers[layer], toRight ? _toLeft : _toRight);
    }

    private void Order(List<GraphItem> layer, ILookup<GraphItem, GraphItem> joined)
    {
        var means = layer.ToDictionary(item => item, item => Mean(item, joined));
        var blocks = layer.GroupBy(item => item.Block).OrderBy(block => block.Average(item => means[item])).ToList();
        layer.Clear();
        foreach (var block in blocks)
            layer.AddRange(block.OrderBy(item => means[item]));
        Number(layer);
    }

    private double Mean(GraphItem item, ILookup<GraphItem, GraphItem> joined)
    {
        var beside = _beside[item];
        var others = (item.Kind == ItemKind.Wall && beside.Skip(1).Any() ? beside : joined[item].Concat(beside)).Select(Relative).ToList();
        return others.Count == 0 ? Relative(item) : others.Average();
    }

    private double Relative(GraphItem item) => (item.Place + 0.5) / _graph.Layers[item.Layer].Count;

    /// <summary>Crossings, and how far walls are from standing between those that they keep apart.</summary>
    private double Score() =>
        _graph.Neighbours.GroupBy(pair => pair.Wall, pair => pair.Member).Sum(wall => Astray(wall.Key, [.. wall]))
        + _graph.Segments.GroupBy(pair => pair.Left.Layer).Sum(gap => Crossings([.. gap]));

    /// <summary>Places between a wall and the nearest above and beneath it; one for a side where there is none.</summary>
    private static double Astray(GraphItem wall, List<GraphItem> members)
    {
        var above = members.Where(member => member.Place < wall.Place).Select(member => wall.Place - member.Place - 1).DefaultIfEmpty(1).Min();
        var beneath = members.Where(member => member.Place > wall.Place).Select(member => member.Place - wall.Place - 1).DefaultIfEmpty(1).Min();
        return 1.2 * (above + beneath);
    }

    private static bool OfWall(GraphItem item) => item.Kind == ItemKind.Wall || (item.Kind == ItemKind.Passage && item.Index < 0);

    private static double Crossings(List<(GraphItem Left, GraphItem Right)> gap)
    {
        var crossings = 0.0;
        for (var i = 0; i < gap.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if ((gap[i].Left.Place - gap[j].Left.Place) * (gap[i].Right.Place - gap[j].Right.Place) < 0)
                    crossings += OfWall(gap[i].Left) || OfWall(gap[j].Left) ? WallCrossing : 1;
            }
        }
        return crossings;
    }
}
