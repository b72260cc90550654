using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Items of one layer with an upright line at their left: those that share a type, or a wall and those that it keeps apart.</summary>
/// <param name="rail">Index of the rail; -1 when it is that of a wall.</param>
/// <param name="items">The items.</param>
internal sealed class GraphBus(int rail, IReadOnlyList<GraphItem> items)
{
    public int Rail { get; } = rail;

    public IReadOnlyList<GraphItem> Items { get; } = items;

    public int Layer => Items[0].Layer;

    /// <summary>Which of the upright lines of its layer it is, counted from the boxes.</summary>
    public int Track { get; set; }

    public double Top => Items.Min(item => item.Middle);

    public double Bottom => Items.Max(item => item.Middle);

    public double Middle => (Top + Bottom) / 2;
}
