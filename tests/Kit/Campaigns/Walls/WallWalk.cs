using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>
/// Walks over every state that operations can reach under one structure and those that differ from it in modes, breadth first, until
/// nothing new is found; in each state asks every operation of oracle and monitor, and compares.
/// </summary>
public sealed class WallWalk
{
    private readonly WallScale _scale;
    private readonly WallKey _key;
    private readonly WallOperations _operations;
    private readonly HashSet<string> _known = [];
    private readonly Queue<WallNode> _open = new();
    private readonly WallNode _start;

    /// <summary>A walk over a structure.</summary>
    public WallWalk(WallStructure structure, WallScale scale, PolicyShelf? shelf = null)
    {
        _scale = scale;
        _key = new WallKey(scale.Domains);
        shelf ??= new PolicyShelf();
        ImmutableArray<Cofferdam.PolicyImage.Content.PolicyContent> policies = [.. structure.Modes().Select((variant, i) => variant.Content($"modes-{i}"))];
        _operations = new WallOperations(scale, shelf, policies);
        _start = Start(shelf, shelf.Add(policies[0], TestKeys.Officers[0]));
    }

    /// <summary>States found.</summary>
    public int States => _known.Count;

    /// <summary>Operations asked.</summary>
    public long Asked { get; private set; }

    /// <summary>Operations that were allowed, and done.</summary>
    public long Transitions { get; private set; }

    /// <summary>The first difference, or null.</summary>
    public Difference? Difference { get; private set; }

    /// <summary>Walks until nothing new is found, something differs, or the clock says so.</summary>
    /// <returns>True when nothing is left to visit.</returns>
    public bool Run(CampaignClock clock)
    {
        Visit(_start);
        while (_open.Count > 0 && Difference is null && !clock.IsOver)
            Explore(_open.Dequeue());
        return _open.Count == 0 && Difference is null;
    }

    private WallNode Start(PolicyShelf shelf, CompiledPolicy first)
    {
        var host = LockstepHost.Empty(shelf, KeyBook.Of(KeyKind.Host, RandomPolicies.ThisHost), TestKeys.OfficerId(0));
        host.Do(new LoadPolicy(first, UpdateMode.Refuse, 0));
        for (var volume = 0; volume < _scale.Volumes; volume++)
        {
            var (id, label) = (new ResourceId((ulong)volume + 1), $"t{volume}");
            host.Do(new CreateResource(id, ResourceKind.Volume, KeyBook.OfLabel(label), TestKeys.Id(label), false, default));
        }
        Difference = host.Difference;
        return new WallNode(host.Oracle, host.Monitor, null, null);
    }

    private void Visit(WallNode node)
    {
        if (!_known.Add(_key.Of(node.Oracle)))
            return;
        _open.Enqueue(node);
        Compare(node, "state", string.Join('\n', OracleText.Of(node.Oracle)), string.Join('\n', MonitorText.Of(node.Monitor)));
        Compare(node, "presence, counted anew", "the same", Recount.All(node.Monitor).Equals(node.Monitor.Presence) ? "the same" : "another");
        Compare(node, "soundness", "", string.Join("; ", Soundness.Violations(node.Oracle)));
    }

    private void Explore(WallNode node)
    {
        foreach (var operation in _operations.In(node.Oracle))
        {
            if (Difference is not null)
                return;
            var answer = Ask(node, operation);
            if (!answer.IsAllowed)
                continue;
            if (_scale.Permits)
                AskBeside(node, operation);
            Visit(Next(node, operation));
        }
    }

    private Answer Ask(WallNode node, Operation operation)
    {
        Asked++;
        var answer = Checks.Ask(node.Oracle, operation);
        var decision = operation.Decide(node.Monitor);
        var actual = new Answer(decision.Rule.Id(), decision.IsAllowed);
        if (answer != actual)
            Compare(node, OperationText.Of(operation, node.Oracle), answer.ToString(), actual.ToString());
        if (operation is LoadPolicy load)
            Compare(node, $"what breaks by {load.Mode}", Breaks(node.Oracle, load, answer), BreakText.Of(load.Plan(node.Monitor).Breaks));
        return answer;
    }

    private static string Breaks(OracleState state, LoadPolicy load, Answer answer) =>
        answer.IsAllowed || answer.Rule == "would-break" ? BreakText.Of(UpdateChecks.Breaks(state, load), []) : "";

    /// <summary>With this one outstanding, asks all others.</summary>
    private void AskBeside(WallNode node, Operation operation)
    {
        var oracle = new ReferenceOracle(node.Oracle);
        var monitor = new ReferenceMonitor(node.Monitor);
        oracle.Prepare(operation);
        var permit = monitor.Prepare(operation).Permit!;
        var beside = new WallNode(oracle.State, monitor.State, node, operation);
        foreach (var other in _operations.In(node.Oracle).Where(other => other is not LoadPolicy))
            Ask(beside, other);
        monitor.Rollback(permit);
        Compare(beside, "rolled back", string.Join('\n', MonitorText.Of(node.Monitor)), string.Join('\n', MonitorText.Of(monitor.State)));
        Compare(beside, "presence, rolled back", "the same", node.Monitor.Presence.Equals(monitor.State.Presence) ? "the same" : "another");
    }

    private WallNode Next(WallNode node, Operation operation)
    {
        Transitions++;
        var oracle = new ReferenceOracle(node.Oracle);
        oracle.Commit(oracle.Prepare(operation).Permit!.Value);
        var monitor = new ReferenceMonitor(node.Monitor);
        monitor.Commit(monitor.Prepare(operation).Permit!);
        return new WallNode(oracle.State, monitor.State, node, operation);
    }

    private void Compare(WallNode node, string what, string expected, string actual)
    {
        if (expected != actual)
            Difference ??= new Difference(what, expected, actual, [.. Trail(node)]);
    }

    private static Stack<string> Trail(WallNode node)
    {
        var trail = new Stack<string>();
        for (var at = node; at.Before is not null; at = at.Before)
            trail.Push(OperationText.Of(at.By!, at.Before.Oracle));
        return trail;
    }
}
