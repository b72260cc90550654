using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Gives layers their columns: as wide as their boxes, with room for upright lines before them and for text on lines after them.</summary>
internal sealed class HorizontalPlacement
{
    public const double TrackWidth = 24;
    private const double LeastBox = 120;
    private const double LeastGap = 96;
    private const double MostGap = 230;
    private const double AroundText = 64;

    private readonly GraphModel _model;
    private readonly LayeredGraph _graph;

    private HorizontalPlacement(GraphModel model, LayeredGraph graph)
    {
        _model = model;
        _graph = graph;
    }

    /// <summary>Places all items and gives the columns.</summary>
    public static IReadOnlyList<Column> Apply(GraphModel model, LayeredGraph graph) => new HorizontalPlacement(model, graph).Apply();

    private List<Column> Apply()
    {
        var columns = new List<Column>();
        var x = 0.0;
        for (var layer = 0; layer < _graph.Layers.Count; layer++)
        {
            var boxes = x + TakeTracks(layer) * TrackWidth;
            var column = new Column(x, boxes, boxes + BoxWidth(layer));
            columns.Add(column);
            Place(layer, column);
            x = column.Right + Gap(layer);
        }
        return columns;
    }

    private void Place(int layer, Column column)
    {
        foreach (var item in _graph.Layers[layer])
        {
            item.X = item.Kind == ItemKind.Passage ? column.Left : column.Boxes;
            item.Width = column.Right - item.X;
        }
    }

    /// <summary>Gives upright lines that would lie upon each other different tracks; short ones come first.</summary>
    private int TakeTracks(int layer)
    {
        var tracks = new List<List<GraphBus>>();
        foreach (var bus in _graph.Buses.Where(bus => bus.Layer == layer).OrderBy(bus => bus.Bottom - bus.Top).ThenBy(bus => bus.Top))
        {
            var track = tracks.FindIndex(taken => taken.TrueForAll(other => other.Bottom + 6 < bus.Top || bus.Bottom + 6 < other.Top));
            if (track < 0)
            {
                track = tracks.Count;
                tracks.Add([]);
            }
            tracks[track].Add(bus);
            bus.Track = track;
        }
        return tracks.Count;
    }

    private double BoxWidth(int layer)
    {
        var widths = _graph.Layers[layer].Select(item => item.Kind switch
        {
            ItemKind.Node => NodeText.Width(_model.Nodes[item.Index]),
            ItemKind.Wall => NodeText.Width(_model.Walls[item.Index].Set),
            _ => 0,
        });
        return Math.Clamp(widths.Max(), LeastBox, NodeText.MostBox);
    }

    /// <summary>Room for the widest text of the lines that begin here.</summary>
    private double Gap(int layer)
    {
        var texts = _graph.Lines.Where(line => line.Link >= 0 && line.Left.Layer == layer)
            .Select(line => TextWidth.Of(_model.DrawnLinks[line.Link].Text, NodeText.LineStyle) + AroundText * (line.IsLevel ? 1.4 : 1));
        return Math.Clamp(texts.Append(0).Max(), LeastGap, MostGap);
    }
}
