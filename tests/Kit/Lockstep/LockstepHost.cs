using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>
/// One host twice: the oracle and the monitor are given the same operations, and after each one answers, breaks and states are held against each
/// other. The first difference is kept; from then on nothing is done any more.
/// </summary>
public sealed class LockstepHost
{
    private readonly List<string> _trail = [];
    private readonly List<PermitPair> _permits = [];
    private readonly List<Move> _moves = [];
    private readonly ReferenceOracle _oracle;
    private readonly ReferenceMonitor _monitor;

    /// <summary>A host that goes on from two states of which one says the same as the other.</summary>
    public LockstepHost(ReferenceOracle oracle, State state)
    {
        _oracle = oracle;
        _monitor = new ReferenceMonitor(state);
    }

    /// <summary>The first difference found, or null.</summary>
    public Difference? Difference { get; private set; }

    /// <summary>The oracle's state.</summary>
    public OracleState Oracle => _oracle.State;

    /// <summary>The monitor's state.</summary>
    public State Monitor => _monitor.State;

    /// <summary>Permits outstanding, oldest first.</summary>
    public IReadOnlyList<PermitPair> Permits => _permits;

    /// <summary>What was done so far.</summary>
    public IReadOnlyList<Move> Moves => _moves;

    /// <summary>Operations that were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Operations that were allowed.</summary>
    public int Allowed { get; private set; }

    /// <summary>A host without a policy.</summary>
    public static LockstepHost Empty(PolicyShelf shelf, StableKey host, Digest anchor) =>
        new(ReferenceOracle.Empty(shelf, host, anchor), State.Initial(host, anchor));

    /// <summary>Asks both to prepare an operation; the pair of permits when both allow it.</summary>
    public PermitPair? Prepare(Operation operation)
    {
        if (Difference is not null)
            return null;
        Asked++;
        _moves.Add(new Move(MoveKind.Prepare, operation));
        _trail.Add($"Prepare  {OperationText.Of(operation, Oracle)}");
        var planned = BreakText.Of((operation as LoadPolicy)?.Plan(Monitor).Breaks ?? []);
        Compare("decision", Text(_oracle.Decide(operation)), Text(_monitor.Decide(operation)));
        var expected = _oracle.Prepare(operation);
        var outcome = _monitor.Prepare(operation);
        _trail[^1] += $": {expected.Answer}";
        Compare("outcome", expected.Permit is null ? $"refused by {expected.Answer.Rule}" : "permit", outcome.Refusal is { } refusal ? $"refused by {refusal.Rule.Id()}" : "permit");
        CompareBreaks(operation, expected, planned, outcome.Refusal);
        CompareStates();
        return expected.Permit is { } number && outcome.Permit is { } permit ? Keep(new PermitPair(number, permit)) : null;
    }

    /// <summary>Commits a pair of permits. What an update takes back is rolled back before.</summary>
    public void Commit(PermitPair pair)
    {
        foreach (var taken in _permits.Where(other => other != pair && other.Permit.IsRevoked && pair.Operation is LoadPolicy).Reverse().ToList())
            Rollback(taken);
        End(pair, MoveKind.Commit, _oracle.Commit, _monitor.Commit);
    }

    /// <summary>Rolls a pair of permits back.</summary>
    public void Rollback(PermitPair pair) => End(pair, MoveKind.Rollback, _oracle.Rollback, _monitor.Rollback);

    /// <summary>Prepares and, when it is allowed, commits.</summary>
    public void Do(Operation operation)
    {
        if (Prepare(operation) is { } pair)
            Commit(pair);
    }

    private static string Text(Answer answer) => answer.ToString();

    private static string Text(Decision decision) => new Answer(decision.Rule.Id(), decision.IsAllowed).ToString();

    private PermitPair Keep(PermitPair pair)
    {
        Allowed++;
        _permits.Add(pair);
        return pair;
    }

    private void End(PermitPair pair, MoveKind how, Action<int> oracle, Action<Permit> monitor)
    {
        if (Difference is not null)
            return;
        _moves.Add(new Move(how, pair.Operation));
        _trail.Add($"{how,-8} {pair.Operation.Kind} (permit {pair.Number})");
        _permits.Remove(pair);
        oracle(pair.Number);
        monitor(pair.Permit);
        CompareStates();
    }

    private void CompareBreaks(Operation operation, OracleOutcome expected, string planned, Refusal? refusal)
    {
        if (operation is not LoadPolicy)
            return;
        var breaks = BreakText.Of(expected.Breaks, _permits);
        if (expected.Answer.IsAllowed || expected.Answer.Rule == "would-break")
            Compare("what the plan says breaks", breaks, planned);
        if (refusal is not null && expected.Answer.Rule == "would-break")
            Compare("what the refusal says breaks", breaks, BreakText.Of(refusal.Breaks));
    }

    private void CompareStates()
    {
        if (Difference is not null)
            return;
        var (expected, actual) = (OracleText.Of(Oracle).ToList(), MonitorText.Of(Monitor).ToList());
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
            Compare("state", expected.ElementAtOrDefault(i) ?? "nothing", actual.ElementAtOrDefault(i) ?? "nothing");
    }

    private void Compare(string what, string expected, string actual)
    {
        if (expected != actual)
            Difference ??= new Difference(what, expected, actual, [.. _trail]);
    }
}
