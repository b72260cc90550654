using System.Linq;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Gives walls their layers: that of the first of those that they keep apart. Who is joined to nobody stands beside its wall.</summary>
internal static class WallLayers
{
    /// <summary>The layers of the nodes, and those of the walls.</summary>
    public static int[] Of(GraphModel model, int[] layers, out int[] walls)
    {
        var placed = model.DrawnLinks.SelectMany(link => new[] { link.From, link.To }).ToHashSet();
        placed.UnionWith(model.Rails.SelectMany(rail => rail.Members.Select(member => member.Node)));
        var nodes = layers.ToArray();
        walls = new int[model.Walls.Count];
        for (var wall = 0; wall < walls.Length; wall++)
        {
            var members = model.Walls[wall].Members;
            walls[wall] = members.Where(placed.Contains).Select(node => nodes[node]).DefaultIfEmpty(0).Min();
            foreach (var node in members.Where(placed.Add))
                nodes[node] = walls[wall];
        }
        return nodes;
    }
}
