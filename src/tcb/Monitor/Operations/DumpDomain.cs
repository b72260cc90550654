using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Writes a domain's memory to a volume, which then holds data of all the types of the domain.</summary>
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
        return domain.IsUp ? Stands(state) : Refuse(Rule.Phase, domain.Label);
    }

    internal override Decision Stands(State state) => Reach.Decide(
        state.Policy!, state.Domains[Domain].Label, state.Resources[Volume].Label, AccessKind.None, 0, Flows.Out);

    internal override bool Involves(State state, DomainId domain) => domain == Domain;

    internal override State LeaveTraces(State state) => state.LeaveResidue(state.Resources[Volume].Residue, state.Domains[Domain].Label);

    internal override State Reserve(State state, PermitId permit) => state.HoldAlone(Domain).Join(Volume);

    internal override State Commit(State state, Pending pending) => LeaveTraces(state.Free(Domain).Leave(Volume));

    internal override State Rollback(State state, Pending pending) => state.Free(Domain).Leave(Volume);
}
