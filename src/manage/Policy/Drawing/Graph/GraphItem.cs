using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Something that stands in a layer of the map.</summary>
internal sealed class GraphItem
{
    public GraphItem(ItemKind kind, int index, int layer, double height)
    {
        Kind = kind;
        Index = index;
        Layer = layer;
        Height = height;
    }

    public ItemKind Kind { get; }

    /// <summary>Index of the node or wall; of the line for a passage.</summary>
    public int Index { get; }

    public int Layer { get; }

    public double Height { get; set; }

    /// <summary>Items of a layer with the same number stay next to each other.</summary>
    public int Block { get; set; }

    /// <summary>Its place in the layer, from the top.</summary>
    public int Place { get; set; }

    public double X { get; set; }

    public double Y { get; set; }

    public double Width { get; set; }

    public double Middle => Y + Height / 2;

    public Box Box => new(X, Y, Width, Height);
}
