using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Labels that nothing joins to others, in rows.</summary>
internal sealed class AloneStrip
{
    private const int Most = 60;
    private const double BoxHeight = 42;
    private const double MostWidth = 260;
    private const double Gap = 14;

    private AloneStrip(IReadOnlyList<FaceGroup> groups, double width)
    {
        Nodes = [.. groups.Take(Most).Select(group => new GraphNode(group, [.. Details(group).Take(1)]))];
        Hidden = groups.Skip(Most).Sum(group => group.Members.Count);
        Boxes = [.. Place(width)];
    }

    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>Where they stand, from the origin.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    public int Hidden { get; }

    public double Height => Boxes.Select(box => box.Bottom + Gap).Append(0).Max();

    public static AloneStrip Of(IReadOnlyList<FaceGroup> groups, double width) => new(groups, width);

    public void Draw(SvgCanvas canvas, Point corner)
    {
        foreach (var (node, box) in Nodes.Zip(Boxes))
            NodeBox.Draw(canvas, box with { X = box.X + corner.X, Y = box.Y + corner.Y }, node);
    }

    private static IEnumerable<string> Details(FaceGroup group) => new[] { group.MoreText, group.First.Levels }.Where(text => text.Length > 0);

    private IEnumerable<Box> Place(double width)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var node in Nodes)
        {
            var wide = Math.Min(MostWidth, NodeText.Width(node));
            if (x > 0 && x + wide > width)
                (x, y) = (0, y + BoxHeight + Gap);
            yield return new Box(x, y, wide, BoxHeight);
            x += wide + Gap;
        }
    }
}
