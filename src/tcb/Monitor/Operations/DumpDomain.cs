using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Writes a domain's memory to a volume.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Volume">The volume.</param>
public sealed record DumpDomain(DomainId Domain, ResourceId Volume) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.DumpDomain;

    private protected override Decision Check(State state)
    {
        if (!state.Domains.TryGetValue(Domain, out var domain) || !state.Resources.TryGetValue(Volume, out var volume))
            return Refuse(Rule.UnknownObject);
        if (volume.Kind != ResourceKind.Volume)
            return Refuse(Rule.Kind, domain.Label, volume.Label);
        if (!domain.Hold.IsFree || !volume.Hold.IsOpen)
            return Refuse(Rule.Busy, domain.Label, volume.Label);
        return domain.IsUp ? Stands(state, domain, volume) : Refuse(Rule.Phase, domain.Label);
    }

    /// <summary>Asked again by an update while the permit is outstanding.</summary>
    internal Decision Stands(State state) => Stands(state, state.Domains[Domain], state.Resources[Volume]);

    private static Decision Stands(State state, Domain domain, Resource volume)
    {
        var reach = Reach.Decide(state.Policy!, domain.Label, volume.Label, AccessKind.None, 0, Flows.Out);
        if (!reach.IsAllowed)
            return reach;
        var wall = Wall.DecideHistory(state, volume.Label);
        return wall.IsAllowed ? reach : wall;
    }

    internal override bool Involves(State state, DomainId domain) => domain == Domain;

    internal override State Reserve(State state, PermitId permit) => state.HoldAlone(Domain).Join(Volume);

    internal override State Commit(State state, Pending pending)
    {
        var volume = state.Resources[Volume];
        return state.Free(Domain).Leave(Volume).LeaveResidue(volume.Residue, volume.Label);
    }

    internal override State Rollback(State state, Pending pending) => state.Free(Domain).Leave(Volume);
}
