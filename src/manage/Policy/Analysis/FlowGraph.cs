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
    private const uint SharedOut = AccessWord.Share | AccessWord.FlowOut;

    private readonly CompiledPolicy _policy;
    private readonly LabelSet[] _next;

    private FlowGraph(CompiledPolicy policy)
    {
        _policy = policy;
        _next = new LabelSet[policy.LabelCount];
        for (var from = 0; from < _next.Length; from++)
            _next[from] = Next(from);
    }

    /// <summary>Number of labels.</summary>
    public int LabelCount => _next.Length;

    /// <summary>The graph of a policy.</summary>
    public static FlowGraph Of(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new FlowGraph(policy);
    }

    /// <summary>Direct flows from a label to others.</summary>
    public IReadOnlyList<FlowEdge> From(int label) =>
        [.. Enumerable.Range(0, LabelCount).Where(to => _next[label][to]).Select(to => new FlowEdge(label, to, FlowQuestion.Decide(_policy, label, to)))];

    /// <summary>True when the label has a range of levels.</summary>
    public bool IsGuard(int label) => _policy.Labels[label].Levels.IsRange;

    /// <summary>Labels that information from a label can come to, by any number of steps; without going through guards when so asked.</summary>
    public bool[] ReachableFrom(int start, bool throughGuards)
    {
        var reached = Reach(start, throughGuards);
        return [.. Enumerable.Range(0, LabelCount).Select(label => reached[label])];
    }

    /// <summary>A shortest way from one label to another; one without guards when there is one; null when there is none.</summary>
    public FlowPath? Path(int from, int to) => Search(from, to, throughGuards: false) ?? Search(from, to, throughGuards: true);

    /// <summary>As <see cref="ReachableFrom"/>; the start itself is not in it.</summary>
    internal LabelSet Reach(int start, bool throughGuards)
    {
        var (reached, done) = (new LabelSet(LabelCount), new LabelSet(LabelCount));
        done[start] = true;
        reached.Add(_next[start]);
        for (var at = reached.FirstIn(reached, done); at >= 0; at = reached.FirstIn(reached, done))
        {
            done[at] = true;
            if (throughGuards || !IsGuard(at))
                reached.Add(_next[at]);
        }
        reached[start] = false;
        return reached;
    }

    private FlowPath? Search(int from, int to, bool throughGuards)
    {
        if (from == to)
            return null;
        var cameFrom = new int[LabelCount];
        Array.Fill(cameFrom, -1);
        var seen = new LabelSet(LabelCount);
        seen[from] = true;
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
        {
            if (at == to)
                return Trace(cameFrom, from, to);
            if (at != from && !throughGuards && IsGuard(at))
                continue;
            for (var next = _next[at].FirstIn(_next[at], seen); next >= 0; next = _next[at].FirstIn(_next[at], seen))
            {
                seen[next] = true;
                cameFrom[next] = at;
                queue.Enqueue(next);
            }
        }
        return null;
    }

    private FlowPath Trace(int[] cameFrom, int from, int to)
    {
        var edges = new List<FlowEdge>();
        for (var at = to; at != from; at = cameFrom[at])
            edges.Add(new FlowEdge(cameFrom[at], at, FlowQuestion.Decide(_policy, cameFrom[at], at)));
        edges.Reverse();
        return new FlowPath(edges, edges.Skip(1).Any(edge => IsGuard(edge.From)));
    }

    /// <summary>Sharing by the access table; the channels are asked only where it says that there are some.</summary>
    private LabelSet Next(int from)
    {
        var row = _policy.Access.Slice(from * LabelCount, LabelCount);
        var next = new LabelSet(LabelCount);
        for (var to = 0; to < row.Length; to++)
        {
            if (to != from)
                next[to] = (row[to] & SharedOut) == SharedOut || ((row[to] & AccessWord.AllChannels) != 0 && FlowQuestion.Decide(_policy, from, to).IsAllowed);
        }
        return next;
    }
}
