using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>The map in layers: items, lines between layers, upright lines within them.</summary>
internal sealed class LayeredGraph
{
    private const double NameHeight = 34;
    private const double LineHeight = 15;
    private const double WallHeight = 38;
    private const double PassageHeight = 6;
    private const int MostPassages = 1500;

    private readonly GraphModel _model;
    private readonly GraphItem[] _nodes;
    private readonly List<GraphItem> _walls = [];
    private readonly List<GraphLine> _lines = [];
    private int _passages;

    private LayeredGraph(GraphModel model)
    {
        _model = model;
        var layers = WallLayers.Of(model, LayerAssignment.Of(model), out var walls);
        _nodes = [.. model.Nodes.Select((node, index) => new GraphItem(ItemKind.Node, index, layers[index], HeightOf(node)))];
        _walls.AddRange(walls.Select((layer, index) => new GraphItem(ItemKind.Wall, index, layer, WallHeight)));
        Layers = [.. Enumerable.Range(0, layers.Concat(walls).Append(-1).Max() + 1).Select(_ => new List<GraphItem>())];
        foreach (var item in _nodes)
            Layers[item.Layer].Add(item);
        PlaceWalls();
        JoinBlocks();
        AddLines();
        Buses = [.. BusesOf()];
    }

    /// <summary>The layers, from left to right, each from top to bottom.</summary>
    public IReadOnlyList<List<GraphItem>> Layers { get; }

    public IReadOnlyList<GraphLine> Lines => _lines;

    public IReadOnlyList<GraphBus> Buses { get; }

    public IEnumerable<GraphItem> Items => Layers.SelectMany(layer => layer);

    /// <summary>Pairs of items in neighbouring layers that a line joins.</summary>
    public IEnumerable<(GraphItem Left, GraphItem Right)> Segments =>
        _lines.SelectMany(line => line.Items.Zip(line.Items.Skip(1))).Where(pair => pair.First.Layer + 1 == pair.Second.Layer);

    /// <summary>A wall and an item of its layer.</summary>
    public IEnumerable<(GraphItem Wall, GraphItem Member)> Neighbours =>
        Buses.Where(bus => bus.Rail < 0).SelectMany(bus => bus.Items.Skip(1).Select(member => (bus.Items[0], member)));

    public static LayeredGraph Of(GraphModel model) => new(model);

    private static double HeightOf(GraphNode node) => NameHeight + LineHeight * node.Details.Count;

    /// <summary>Walls begin between those that they keep apart.</summary>
    private void PlaceWalls()
    {
        foreach (var wall in _walls)
        {
            var layer = Layers[wall.Layer];
            var members = _model.Walls[wall.Index].Members.Select(node => _nodes[node]).Where(node => node.Layer == wall.Layer).ToList();
            layer.Insert(members.Count == 0 ? 0 : layer.IndexOf(members[0]) + 1, wall);
        }
    }

    /// <summary>What shares stays together.</summary>
    private void JoinBlocks()
    {
        var next = 0;
        foreach (var item in Items)
            item.Block = next++;
        foreach (var rail in _model.Rails)
        {
            var blocks = rail.Members.Select(member => _nodes[member.Node].Block).ToHashSet();
            foreach (var node in _nodes.Where(node => blocks.Contains(node.Block)))
                node.Block = blocks.Min();
        }
        foreach (var layer in Layers)
            Sort(layer, item => layer.FindIndex(other => other.Block == item.Block));
    }

    private static void Sort(List<GraphItem> layer, Func<GraphItem, int> key)
    {
        var sorted = layer.OrderBy(key).ToList();
        layer.Clear();
        layer.AddRange(sorted);
    }

    private void AddLines()
    {
        for (var link = 0; link < _model.DrawnLinks.Count; link++)
            AddLine(link, _nodes[_model.DrawnLinks[link].Source], _nodes[_model.DrawnLinks[link].Target]);
        foreach (var wall in _walls)
        {
            foreach (var node in _model.Walls[wall.Index].Members.Select(member => _nodes[member]).Where(node => node.Layer != wall.Layer))
                AddLine(-1, wall, node);
        }
    }

    private void AddLine(int link, GraphItem first, GraphItem second)
    {
        var (left, right) = first.Layer <= second.Layer ? (first, second) : (second, first);
        var span = right.Layer - left.Layer - 1;
        var items = new List<GraphItem> { left };
        if (span > 0 && _passages + span <= MostPassages)
            items.AddRange(Enumerable.Range(left.Layer + 1, span).Select(layer => AddPassage(link, layer)));
        items.Add(right);
        _lines.Add(new GraphLine(link, items));
    }

    private GraphItem AddPassage(int link, int layer)
    {
        var passage = new GraphItem(ItemKind.Passage, link, layer, PassageHeight) { Block = -1 - _passages++ };
        Layers[layer].Add(passage);
        return passage;
    }

    private IEnumerable<GraphBus> BusesOf()
    {
        for (var rail = 0; rail < _model.Rails.Count; rail++)
            yield return new GraphBus(rail, [.. _model.Rails[rail].Members.Select(member => _nodes[member.Node])]);
        foreach (var wall in _walls)
        {
            var members = _model.Walls[wall.Index].Members.Select(node => _nodes[node]).Where(node => node.Layer == wall.Layer).ToList();
            if (members.Count > 0)
                yield return new GraphBus(-1, [wall, .. members]);
        }
    }
}
