using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Statements;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>
/// Which labels information can move between, directly and through others. Channels join exact labels; sharing joins labels with a common type. A label
/// with a range of levels is a trusted guard: ways through guards are told apart from ways that nothing guards.
/// </summary>
public sealed class FlowGraph
{
    private readonly CompiledPolicy _policy;
    private readonly List<FlowEdge>[] _edges;

    private FlowGraph(CompiledPolicy policy)
    {
        _policy = policy;
        _edges = new List<FlowEdge>[policy.LabelCount];
        for (var from = 0; from < _edges.Length; from++)
            _edges[from] = [.. EdgesFrom(from)];
    }

    /// <summary>Number of labels.</summary>
    public int LabelCount => _edges.Length;

    /// <summary>The graph of a policy.</summary>
    public static FlowGraph Of(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new FlowGraph(policy);
    }

    /// <summary>Direct flows from a label to others.</summary>
    public IReadOnlyList<FlowEdge> From(int label) => _edges[label];

    /// <summary>True when the label has a range of levels.</summary>
    public bool IsGuard(int label) => _policy.Labels[label].Levels.IsRange;

    /// <summary>Labels that information from a label can come to, by any number of steps; without going through guards when so asked.</summary>
    public bool[] ReachableFrom(int start, bool throughGuards)
    {
        var reached = new bool[LabelCount];
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var at))
        {
            if (at != start && !throughGuards && IsGuard(at))
                continue;
            foreach (var edge in _edges[at].Where(edge => !reached[edge.To] && edge.To != start))
            {
                reached[edge.To] = true;
                queue.Enqueue(edge.To);
            }
        }
        return reached;
    }

    /// <summary>A shortest way from one label to another; one without guards when there is one; null when there is none.</summary>
    public FlowPath? Path(int from, int to) => Search(from, to, throughGuards: false) ?? Search(from, to, throughGuards: true);

    private FlowPath? Search(int from, int to, bool throughGuards)
    {
        var cameBy = new FlowEdge?[LabelCount];
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
        {
            if (at == to && at != from)
                return Trace(cameBy, from, to);
            if (at != from && !throughGuards && IsGuard(at))
                continue;
            foreach (var edge in _edges[at].Where(edge => edge.To != from && cameBy[edge.To] is null))
            {
                cameBy[edge.To] = edge;
                queue.Enqueue(edge.To);
            }
        }
        return null;
    }

    private FlowPath Trace(FlowEdge?[] cameBy, int from, int to)
    {
        var edges = new List<FlowEdge>();
        for (var at = to; at != from; at = edges[^1].From)
            edges.Add(cameBy[at]!);
        edges.Reverse();
        return new FlowPath(edges, edges.Skip(1).Any(edge => IsGuard(edge.From)));
    }

    /// <summary>Sharing by the access table; channels by their list, so that a graph of many labels does not ask every pair about every channel.</summary>
    private IEnumerable<FlowEdge> EdgesFrom(int from)
    {
        var row = _policy.Access.Slice(from * LabelCount, LabelCount).ToArray();
        const uint sharedOut = AccessWord.Share | AccessWord.FlowOut;
        for (var to = 0; to < row.Length; to++)
        {
            var mayMatter = (row[to] & sharedOut) == sharedOut || (row[to] & AccessWord.AllChannels) != 0;
            if (to == from || !mayMatter)
                continue;
            var decision = FlowQuestion.Decide(_policy, from, to);
            if (decision.IsAllowed)
                yield return new FlowEdge(from, to, decision);
        }
    }
}
