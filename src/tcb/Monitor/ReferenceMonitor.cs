using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;

namespace Cofferdam.Monitor;

/// <summary>
/// The reference monitor of one host. Every operation is prepared here (decided; what it acquires reserved) and then committed or rolled
/// back. Calls are made one at a time; many permits may be outstanding. It keeps the state and does nothing else: no clock, no I/O.
/// </summary>
public sealed class ReferenceMonitor
{
    private readonly Dictionary<PermitId, Permit> _outstanding = [];
    private ulong _lastPermit;

    /// <summary>Goes on from a state. Permits that were outstanding in it can be ended with <see cref="Abandon"/>.</summary>
    public ReferenceMonitor(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = state;
        _lastPermit = state.Pending.IsEmpty ? 0 : state.Pending.Keys.Last().Value;
    }

    /// <summary>The present state.</summary>
    public State State { get; private set; }

    /// <summary>Decides and changes nothing: the same decision that <see cref="Prepare"/> makes.</summary>
    public Decision Decide(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Decide(State);
    }

    /// <summary>Decides; if it is allowed, reserves what the operation acquires and gives a permit.</summary>
    public Outcome<TOperation> Prepare<TOperation>(TOperation operation)
        where TOperation : Operation
    {
        ArgumentNullException.ThrowIfNull(operation);
        var decision = operation.Decide(State);
        if (!decision.IsAllowed)
            return new(null, Explain(operation, decision));
        var permit = new Permit<TOperation>(this, new PermitId(++_lastPermit), operation);
        var pending = Plan(State, operation, permit.Id);
        Revoke(pending.Breaks);
        var reserved = operation.Reserve(State, permit.Id);
        State = reserved with { Pending = reserved.Pending.Add(permit.Id, pending) };
        _outstanding.Add(permit.Id, permit);
        return new(permit, null);
    }

    /// <summary>The operation has been done. Cannot fail, for an outstanding permit of this monitor that no update takes back.</summary>
    /// <exception cref="InvalidOperationException">
    /// The permit has ended, is another monitor's, or is revoked; or an update is committed before the permits it takes back are rolled back.
    /// </exception>
    public void Commit(Permit permit)
    {
        ArgumentNullException.ThrowIfNull(permit);
        if (permit.IsRevoked)
            throw new InvalidOperationException($"permit {permit.Id.Value} is revoked by an update; it can only be rolled back");
        if (permit.Permitted is LoadPolicy && State.Pending.TryGetValue(permit.Id, out var update) && TakesBack(update))
            throw new InvalidOperationException("the permits that the update takes back must be rolled back before it is committed");
        var pending = End(permit);
        State = pending.Operation.Commit(State, pending);
    }

    /// <summary>The operation has not been done: everything is again as if it had not been prepared.</summary>
    /// <exception cref="InvalidOperationException">The permit has ended or is another monitor's.</exception>
    public void Rollback(Permit permit)
    {
        ArgumentNullException.ThrowIfNull(permit);
        var pending = End(permit);
        State = pending.Operation.Rollback(State, pending);
        if (permit.Permitted is LoadPolicy)
            Reinstate();
    }

    /// <summary>Rolls back what was outstanding in the state that this monitor began with, newest first: nobody holds a permit for it any more.</summary>
    public void Abandon()
    {
        foreach (var pending in State.Pending.Values.Where(pending => !_outstanding.ContainsKey(pending.Permit)).Reverse().ToList())
        {
            State = State with { Pending = State.Pending.Remove(pending.Permit) };
            State = pending.Operation.Rollback(State, pending);
        }
    }

    /// <summary>What an operation would make of a state: the step that plans, oracles and simulators take.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>The next state, or the same one when it is refused.</returns>
    public static State Step(State state, Operation operation, out Decision decision)
    {
        ArgumentNullException.ThrowIfNull(operation);
        decision = operation.Decide(state);
        if (!decision.IsAllowed)
            return state;
        var pending = Plan(state, operation, default);
        return operation.Commit(operation.Reserve(state, pending.Permit), pending);
    }

    /// <summary>True when a permit that an update takes back is outstanding, be it a former monitor's.</summary>
    private bool TakesBack(Pending update)
    {
        foreach (var broken in update.Breaks)
        {
            if (!broken.Permit.IsNone && State.Pending.ContainsKey(broken.Permit))
                return true;
        }
        return false;
    }

    private static Pending Plan(State state, Operation operation, PermitId permit) =>
        new(permit, operation, operation.NewLabel(state), operation is LoadPolicy update ? update.Plan(state).Breaks : []);

    private Refusal Explain(Operation operation, Decision decision)
    {
        var breaks = operation is LoadPolicy update && decision.Rule == Rule.WouldBreak ? update.Plan(State).Breaks : [];
        return new Refusal(
            operation, decision, State.Policy?.Serial ?? 0, State.Policy?.Digest ?? default, Obstacle.Find(State, decision), breaks);
    }

    private Pending End(Permit permit)
    {
        permit.End(this);
        _outstanding.Remove(permit.Id);
        var pending = State.Pending[permit.Id];
        State = State with { Pending = State.Pending.Remove(permit.Id) };
        return pending;
    }

    private void Revoke(ImmutableArray<Break> breaks)
    {
        foreach (var broken in breaks)
        {
            if (!broken.Permit.IsNone && _outstanding.TryGetValue(broken.Permit, out var permit))
                permit.IsRevoked = true;
        }
    }

    private void Reinstate()
    {
        foreach (var permit in _outstanding.Values)
            permit.IsRevoked = false;
    }
}
