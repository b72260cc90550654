using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Presents a placement lease. It may name a set of a policy that is yet to come.</summary>
/// <param name="Lease">The lease, its signature verified.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record GrantLease(PlacementLease Lease, ulong Now) : Operation
{
    /// <summary>The lease.</summary>
    public PlacementLease Lease { get; init; } = Lease ?? throw new System.ArgumentNullException(nameof(Lease));

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.GrantLease;

    private protected override Decision Check(State state)
    {
        if (Lease.Host != state.Host || Now >= Lease.Expires)
            return Refuse(Rule.Lease);
        if (!SpecKeys.HasRole(state.Policy!, Lease.Signer, KeyRole.Placer))
            return Refuse(Rule.Signer);
        var at = Find(state, Lease.Set, Lease.Position, Lease.Place);
        if (at >= 0 && !state.Leases[at].Returning.IsNone)
            return Refuse(Rule.Busy);
        return at < 0 && state.Leases.Length + state.LeasesAwaited >= MonitorLimits.Leases ? Refuse(Rule.Limit) : Allow;
    }

    internal override State Reserve(State state, PermitId permit) => state with { LeasesAwaited = state.LeasesAwaited + 1 };

    internal override State Rollback(State state, Pending pending) => state with { LeasesAwaited = state.LeasesAwaited - 1 };

    internal override State Commit(State state, Pending pending)
    {
        var at = Find(state, Lease.Set, Lease.Position, Lease.Place);
        var held = new HeldLease(Lease, at < 0 ? default : state.Leases[at].Returning);
        return Rollback(state, pending) with { Leases = at < 0 ? state.Leases.Add(held) : state.Leases.SetItem(at, held) };
    }

    /// <summary>Index of the lease for a position and place, or -1.</summary>
    internal static int Find(State state, StableKey set, StableKey position, StableKey place)
    {
        for (var i = 0; i < state.Leases.Length; i++)
        {
            if (state.Leases[i].IsFor(set, position, place))
                return i;
        }
        return -1;
    }
}
