using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Gives a placement lease back, when nothing here needs it any more.</summary>
/// <param name="Set">The conflict set.</param>
/// <param name="Position">The type, as listed in the set.</param>
/// <param name="Place">The rack or zone.</param>
public sealed record ReturnLease(StableKey Set, StableKey Position, StableKey Place) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.ReturnLease;

    private protected override Decision Check(State state)
    {
        var at = Find(state);
        if (at < 0)
            return Refuse(Rule.UnknownObject);
        if (!state.Leases[at].Returning.IsNone)
            return Refuse(Rule.Busy);
        return IsNeeded(state) ? Refuse(Rule.InUse) : Allow;
    }

    internal override State Reserve(State state, PermitId permit) => Mark(state, permit);

    internal override State Commit(State state, Pending pending) => state with { Leases = state.Leases.RemoveAt(Find(state)) };

    internal override State Rollback(State state, Pending pending) => Mark(state, default);

    private State Mark(State state, PermitId permit)
    {
        var at = Find(state);
        return state with { Leases = state.Leases.SetItem(at, state.Leases[at] with { Returning = permit }) };
    }

    private int Find(State state) => GrantLease.Find(state, Set, Position, Place);

    /// <summary>True when the seat that the lease is for is taken, here.</summary>
    private bool IsNeeded(State state)
    {
        var policy = state.Policy!;
        for (var seat = 0; seat < policy.Members.Length; seat++)
        {
            ref readonly var conflict = ref policy.Conflicts[policy.ConflictOf(seat)];
            var isTheSeat = conflict.Key == Set && policy.Types[policy.Members[seat]].Key == Position;
            if (isTheSeat && conflict.Scope != WallScope.Host && state.Presence.IsTaken(seat) && IsHere(state, conflict.Scope))
                return true;
        }
        return false;
    }

    private bool IsHere(State state, WallScope scope) => state.HostEntry >= 0 && Admission.PlaceOf(state, scope) == Place;
}
