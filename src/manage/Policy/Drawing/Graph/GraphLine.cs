using System.Collections.Generic;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>A line between two items, from left to right, through passages; or between two of one layer.</summary>
/// <param name="Link">Index of the link; -1 when it leads from a wall.</param>
/// <param name="Items">What it leads along.</param>
internal sealed record GraphLine(int Link, IReadOnlyList<GraphItem> Items)
{
    public GraphItem Left => Items[0];

    public GraphItem Right => Items[^1];

    /// <summary>True when both ends are in one layer: it goes out and comes back at the right.</summary>
    public bool IsLevel => Left.Layer == Right.Layer;
}
