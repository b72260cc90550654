using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// A host that a scenario is played on. Whatever is asked of it is looked at from all sides: deciding changes nothing, a refusal changes nothing, rolling
/// back restores what was, a plan is what then happens, the parts of the state agree, and the oracle says the same.
/// </summary>
/// <param name="withOracle">True: the oracle is asked too.</param>
public sealed class ScenarioHost(bool withOracle)
{
    private readonly Dictionary<Permit, PermitPair> _pairs = [];
    private readonly HashSet<Permit> _outstanding = [];
    private ReferenceMonitor _monitor = new(State.Initial(KeyBook.Of(KeyKind.Host, "h1"), TestKeys.OfficerId(0)));
    private LockstepHost? _lockstep;
    private bool _begun;

    /// <summary>What the policy in force says.</summary>
    public PolicyContent Content { get; private set; } = Town.Policy;

    /// <summary>The state now.</summary>
    public State State => Begun()._monitor.State;

    /// <summary>The monitor itself.</summary>
    public ReferenceMonitor Monitor => Begun()._monitor;

    /// <summary>The domain with this id.</summary>
    public Domain this[ulong domain] => State.Domains[Ask.D(domain)];

    /// <summary>Begins anew: a host of this name, with a policy, or without (null).</summary>
    public ScenarioHost On(string name, PolicyContent? policy)
    {
        var host = KeyBook.Of(KeyKind.Host, name);
        _monitor = new ReferenceMonitor(State.Initial(host, TestKeys.OfficerId(0)));
        _lockstep = withOracle ? LockstepHost.Empty(Town.Shelf, host, TestKeys.OfficerId(0)) : null;
        _begun = true;
        return policy is null ? this : Load(policy);
    }

    /// <summary>Begins anew on this host with another policy than the town's.</summary>
    public ScenarioHost Under(PolicyContent policy) => On("h1", policy);

    /// <summary>Goes on from a state that no sequence of operations leads to; the oracle is left out from here on.</summary>
    public ScenarioHost From(Func<State, State> change)
    {
        _monitor = new ReferenceMonitor(change(State));
        _lockstep = null;
        return this;
    }

    /// <summary>Does operations one after the other; each must be allowed.</summary>
    public ScenarioHost Do(params Operation[] operations)
    {
        foreach (var operation in operations)
            Grants(operation, null);
        return this;
    }

    /// <summary>Prepares operations and leaves their permits outstanding.</summary>
    public ScenarioHost Hold(params Operation[] operations)
    {
        foreach (var operation in operations)
            Prepare(operation);
        return this;
    }

    /// <summary>Prepares an operation, which must be allowed.</summary>
    public Permit Prepare(Operation operation)
    {
        TryRollback(operation);
        var outcome = Monitor.Prepare(operation);
        if (outcome.Permit is not { } permit)
            throw new ScenarioException($"{Text(operation)} is refused by {outcome.Refusal!.Rule.Id()}");
        Demand(outcome.Refusal is null, $"{Text(operation)} has both a permit and a refusal");
        Demand(permit.Operation == operation && permit.Permitted == operation && permit.IsOutstanding, $"{Text(operation)} has a permit for something else");
        _outstanding.Add(permit);
        if (_lockstep?.Prepare(operation) is { } pair)
            _pairs.Add(permit, pair);
        return Checked(permit);
    }

    /// <summary>Commits a permit.</summary>
    public ScenarioHost Commit(Permit permit)
    {
        Monitor.Commit(permit);
        _outstanding.Remove(permit);
        Demand(!permit.IsOutstanding, $"{Text(permit.Permitted)} is committed, but its permit is outstanding");
        if (_pairs.Remove(permit, out var pair))
            _lockstep?.Commit(pair);
        if (permit.Permitted is LoadPolicy update)
            Content = Town.Shelf[update.Image.Digest].Content;
        return Checked(this);
    }

    /// <summary>Rolls a permit back.</summary>
    public ScenarioHost Rollback(Permit permit)
    {
        Monitor.Rollback(permit);
        _outstanding.Remove(permit);
        if (_pairs.Remove(permit, out var pair))
            _lockstep?.Rollback(pair);
        return Checked(this);
    }

    /// <summary>Asks for something that must be allowed, by this rule unless null, and does it.</summary>
    public ScenarioHost Grants(Operation operation, Rule? rule)
    {
        var former = State;
        var decision = Monitor.Decide(operation);
        var planned = ReferenceMonitor.Step(former, operation, out var plannedDecision);
        Demand(ReferenceEquals(former, State), $"{Text(operation)} was only asked about and changed something");
        Demand(rule is null || decision.Rule == rule, $"{Text(operation)} is decided by {decision.Rule.Id()}, not by {rule?.Id()}");
        Demand(decision == plannedDecision, $"{Text(operation)} is planned as {plannedDecision}, but decided as {decision}");
        Commit(Prepare(operation));
        if (former.Pending.IsEmpty)
            DemandNull(StateDump.Difference(planned, State), $"{Text(operation)} is planned otherwise than it is done");
        return this;
    }

    /// <summary>Asks for something that must be refused, by exactly this rule.</summary>
    public ScenarioHost Refuses(Operation operation, Rule rule, string? about = null)
    {
        var former = State;
        var decision = Monitor.Decide(operation);
        Demand(decision.Rule == rule, $"{Text(operation)} is decided by {decision.Rule.Id()}, not by {rule.Id()}");
        var planned = ReferenceMonitor.Step(former, operation, out var plannedDecision);
        Demand(ReferenceEquals(planned, former) && decision == plannedDecision, $"{Text(operation)} is planned as {plannedDecision}, but decided as {decision}");
        var outcome = Monitor.Prepare(operation);
        Demand(outcome.Permit is null, $"{Text(operation)} is refused and has a permit");
        Demand(ReferenceEquals(former, State), $"{Text(operation)} is refused and changed something");
        CheckRefusal(outcome.Refusal!, operation, decision);
        CheckItem(decision, about);
        _lockstep?.Prepare(operation);
        return this;
    }

    /// <summary>Demands that a fact holds of the state.</summary>
    public ScenarioHost Is(Func<State, bool> fact, [CallerArgumentExpression(nameof(fact))] string? text = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        Demand(fact(State), $"this does not hold: {text}");
        return this;
    }

    /// <summary>Demands that something throws.</summary>
    public ScenarioHost Throws<TException>(Action act, [CallerArgumentExpression(nameof(act))] string? text = null)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(act);
        var former = State;
        try
        {
            act();
        }
        catch (TException)
        {
            Demand(ReferenceEquals(former, State), $"this throws, but changed something: {text}");
            return this;
        }
        throw new ScenarioException($"this does not throw {typeof(TException).Name}: {text}");
    }

    /// <summary>The update that would bring a policy into force as the successor of the one that is.</summary>
    public LoadPolicy Update(PolicyContent content, UpdateMode mode = UpdateMode.Refuse, ulong now = Town.Now) =>
        new(Town.Compile(content.Succeeding(Content, State.Policy!.Digest)), mode, now);

    /// <summary>Brings the successor of the policy in force into force.</summary>
    public ScenarioHost Load(PolicyContent content)
    {
        var first = Begun().State.Policy is null;
        return Do(first ? new LoadPolicy(Town.Image(content), UpdateMode.Refuse, Town.Now) : Update(content));
    }

    /// <summary>The end of the scenario: the oracle agreed all the time.</summary>
    public void Close() => DemandNull(_lockstep?.Difference?.ToString(), "the oracle and the monitor differ");

    private ScenarioHost Begun() => _begun ? this : On("h1", Town.Policy);

    /// <summary>Prepares and rolls back, and demands that nothing is left of that.</summary>
    private void TryRollback(Operation operation)
    {
        var former = State;
        if (Monitor.Prepare(operation).Permit is not { } permit)
            return;
        Checked(permit);
        Demand(State.Pending.ContainsKey(permit.Id), $"{Text(operation)} is prepared, but not pending");
        Monitor.Rollback(permit);
        DemandNull(StateDump.Difference(former, State), $"{Text(operation)} was rolled back and leaves something");
        Demand(!permit.IsOutstanding, $"{Text(operation)} is rolled back, but its permit is outstanding");
        Demand(_outstanding.All(other => !other.IsRevoked), $"{Text(operation)} was rolled back, but permits stay revoked");
    }

    private void CheckRefusal(Refusal refusal, Operation operation, Decision decision)
    {
        var policy = State.Policy;
        Demand(refusal.Operation == operation && refusal.Decision == decision && refusal.Rule == decision.Rule, "the refusal is about something else");
        Demand(refusal.PolicySerial == (policy?.Serial ?? 0) && refusal.PolicyDigest == (policy?.Digest ?? default), "the refusal names another policy");
        var isOfTheWall = decision.Rule is Rule.Conflicts or Rule.History && !decision.Subject.IsUnlabelled;
        Demand(isOfTheWall != refusal.Obstacles.IsEmpty, $"{refusal.Obstacles.Length} obstacles for {decision}");
        Demand(decision.Rule == Rule.WouldBreak != refusal.Breaks.IsEmpty, $"{refusal.Breaks.Length} breaks for {decision}");
    }

    private void CheckItem(Decision decision, string? about)
    {
        if (decision.Rule is not (Rule.Conflicts or Rule.History or Rule.Lease or Rule.Direction or Rule.Initiator or Rule.TypeRemoved))
            Demand(decision.Item == -1, $"{decision} is about an item");
        if (about is not null)
            Demand(State.Policy!.Conflicts[decision.Item].Key == KeyBook.Of(KeyKind.ConflictSet, about), $"{decision} is not about {about}");
    }

    private T Checked<T>(T value)
    {
        var broken = StateRules.Broken(State).FirstOrDefault();
        DemandNull(broken, "the state does not agree with itself");
        return value;
    }

    private static string Text(Operation operation) => operation is LoadPolicy ? operation.Kind.ToString() : operation.ToString();

    private static void Demand(bool holds, string failure)
    {
        if (!holds)
            throw new ScenarioException(failure);
    }

    private static void DemandNull(string? found, string failure)
    {
        if (found is not null)
            throw new ScenarioException($"{failure}: {found}");
    }
}
