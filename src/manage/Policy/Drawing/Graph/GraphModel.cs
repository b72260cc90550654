using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>What the map shows: boxes, and what joins them or keeps them apart. Bounded; what is left out is counted.</summary>
internal sealed class GraphModel
{
    public const int MostNodes = 80;
    private const int MostLinks = 400;
    private const int MostRails = 200;
    private const int MostWalls = 40;

    private readonly DrawnPolicy _policy;
    private readonly AccessTable _table;
    private readonly int[] _nodeOf;

    private GraphModel(DrawnPolicy policy, AccessTable table, IReadOnlyList<FaceGroup> groups)
    {
        _policy = policy;
        _table = table;
        Groups = groups;
        var joined = groups.Where(IsJoined).ToList();
        var drawn = joined.Count <= MostNodes ? joined : Busiest(joined);
        _nodeOf = NodesOf(policy.Faces.Count, drawn);
        Alone = [.. groups.Where(group => !IsJoined(group))];
        HiddenLabels = joined.Except(drawn).Sum(group => group.Members.Count);
        Nodes = [.. drawn.Select(group => new GraphNode(group, [.. Details(group)]))];
        var links = Links();
        DrawnLinks = [.. links.Take(MostLinks)];
        HiddenLinks = links.Count - DrawnLinks.Count;
        var rails = RailsOf().ToList();
        Rails = [.. rails.Take(MostRails)];
        HiddenRails = rails.Count - Rails.Count;
        Walls = [.. policy.Walls.Sets.Take(MostWalls).Select(WallOf).Where(wall => wall.Members.Count > 0)];
        HiddenWalls = policy.Walls.Sets.Count - Walls.Count;
    }

    public IReadOnlyList<FaceGroup> Groups { get; }

    public IReadOnlyList<GraphNode> Nodes { get; }

    public IReadOnlyList<GraphLink> DrawnLinks { get; }

    public IReadOnlyList<GraphRail> Rails { get; }

    public IReadOnlyList<GraphWall> Walls { get; }

    /// <summary>Labels that share with nobody, have no channel and are in no conflict set.</summary>
    public IReadOnlyList<FaceGroup> Alone { get; }

    public int HiddenLabels { get; }

    public int HiddenLinks { get; }

    public int HiddenWalls { get; }

    /// <summary>Sharings that are left out.</summary>
    public int HiddenRails { get; }

    public static GraphModel Of(DrawnPolicy policy)
    {
        var table = AccessTable.Of(policy);
        return new GraphModel(policy, table, Grouping.Of(policy, table));
    }

    private bool IsJoined(FaceGroup group)
    {
        var first = group.First.Index;
        return _policy.Faces.Any(other => other.Index != first && _table[first, other.Index].Count > 0)
            || _policy.Walls.Sets.Any(set => set.Sides.Any(side => side.Faces.Contains(group.First)));
    }

    private List<FaceGroup> Busiest(List<FaceGroup> joined)
    {
        var ends = _policy.Channels.SelectMany(channel => new[] { channel.From.Index, channel.To.Index }).CountBy(index => index).ToDictionary();
        var busiest = joined.OrderByDescending(group => ends.GetValueOrDefault(group.First.Index)).ThenBy(group => group.First.Index).Take(MostNodes);
        return [.. busiest.OrderBy(group => group.First.Index)];
    }

    /// <summary>For each label its node, or -1.</summary>
    private static int[] NodesOf(int count, List<FaceGroup> drawn)
    {
        var nodes = new int[count];
        Array.Fill(nodes, -1);
        for (var node = 0; node < drawn.Count; node++)
        {
            foreach (var face in drawn[node].Members)
                nodes[face.Index] = node;
        }
        return nodes;
    }

    private IEnumerable<string> Details(FaceGroup group)
    {
        foreach (var line in Wrap.Of(group.First.Levels, NodeText.MostRoom, TextStyle.Small, 3))
            yield return line;
        if (group.More > 0)
            yield return group.MoreText + Among(group);
    }

    private string Among(FaceGroup group)
    {
        var (first, second) = (group.Members[0].Index, group.Members[1].Index);
        var apart = _policy.Walls.Between(first, second).Count > 0;
        return _table[first, second].Any(mark => mark.IsShare) ? ", share" : apart ? ", apart" : "";
    }

    private List<GraphLink> Links() =>
    [
        .. ChannelGroup.Of(_policy, Groups)
            .Select(channel => (Channel: channel, From: _nodeOf[channel.First.From.Index], To: _nodeOf[channel.First.To.Index]))
            .Where(entry => entry.From >= 0 && entry.To >= 0 && entry.From != entry.To)
            .GroupBy(entry => (entry.From, entry.To, entry.Channel.First.Flows))
            .Select(same => new GraphLink(same.Key.From, same.Key.To, same.Key.Flows, [.. same.Select(entry => entry.Channel)])),
    ];

    private IEnumerable<GraphRail> RailsOf() =>
        from face in _policy.Faces
        where _nodeOf[face.Index] >= 0
        from type in face.Types
        group _nodeOf[face.Index] by type into rail
        let members = rail.Distinct().Order().ToList()
        where members.Count > 1
        from part in Parts(rail.Key, members)
        select part;

    /// <summary>
    /// One rail where all share everything with all; else one for each pair and the way that levels let it be, since a rail with
    /// branches of several kinds would show ways that are none.
    /// </summary>
    private IEnumerable<GraphRail> Parts(string type, List<int> members)
    {
        var pairs = (
            from one in members
            from other in members
            where one < other
            select (One: one, Other: other, Flows: FlowsBetween(one, other))).ToList();
        if (pairs.All(pair => pair.Flows == Flows.Both))
            return [new GraphRail(type, [.. members.Select(node => (node, Flows.Both))])];
        return pairs.Where(pair => pair.Flows != Flows.None).Select(pair => new GraphRail(type, [(pair.One, pair.Flows), (pair.Other, pair.Flows.Reversed())]));
    }

    private Flows FlowsBetween(int node, int other) => _table[Nodes[node].Group.First.Index, Nodes[other].Group.First.Index]
        .Where(mark => mark.IsShare).Aggregate(Flows.None, (all, mark) => all | mark.Flows);

    private GraphWall WallOf(WallSet set) =>
        new(set, [.. set.Sides.SelectMany(side => side.Faces).Select(face => _nodeOf[face.Index]).Where(node => node >= 0).Distinct().Order()]);
}
