using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Certifies that a residue is gone: wiped, or made unreadable by destroying its key.</summary>
/// <param name="Residue">Kind of the residue.</param>
/// <param name="Id">Id of the domain, snapshot or resource that left it.</param>
public sealed record CertifySanitized(ResidueKind Residue, ulong Id) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.CertifySanitized;

    private ResidueId Name => new(Residue, Id);

    private bool IsOfDomain => Residue is ResidueKind.Memory or ResidueKind.Saved;

    private bool IsOfResource => Residue is ResidueKind.Volume or ResidueKind.Vtpm;

    private protected override Decision Check(State state)
    {
        if (!state.Residues.TryGetValue(Name, out var residue))
            return Refuse(Rule.UnknownObject);
        if (IsOfDomain && state.Domains.TryGetValue(new DomainId(Id), out var domain))
            return CheckOwner(domain);
        if (IsOfResource && state.Resources.TryGetValue(new ResourceId(Id), out var resource))
            return CheckOwner(state, resource);
        return state.Claimed.Contains(Name) ? Refuse(Rule.Busy, residue.Label) : Allow;
    }

    private Decision CheckOwner(Domain domain)
    {
        if (!domain.Hold.IsFree)
            return Refuse(Rule.Busy, domain.Label);
        return (Residue == ResidueKind.Memory ? domain.IsLive : domain.HasSavedState) ? Refuse(Rule.InUse, domain.Label) : Allow;
    }

    private static Decision CheckOwner(State state, Resource resource)
    {
        if (!resource.Hold.IsFree)
            return Refuse(Rule.Busy, resource.Label);
        return RelabelResource.IsInUse(state, resource) ? Refuse(Rule.InUse, resource.Label) : Allow;
    }

    internal override bool Involves(State state, DomainId domain) => IsOfDomain && domain.Value == Id;

    internal override State Reserve(State state, PermitId permit)
    {
        if (IsOfDomain && state.Domains.ContainsKey(new DomainId(Id)))
            return state.HoldAlone(new DomainId(Id));
        return IsOfResource && state.Resources.ContainsKey(new ResourceId(Id))
            ? state.HoldAlone(new ResourceId(Id))
            : state with { Claimed = state.Claimed.Add(Name) };
    }

    internal override State Commit(State state, Pending pending) => Free(state).Forget(Name);

    internal override State Rollback(State state, Pending pending) => Free(state);

    private State Free(State state)
    {
        if (IsOfDomain && state.Domains.ContainsKey(new DomainId(Id)))
            return state.Free(new DomainId(Id));
        return IsOfResource && state.Resources.ContainsKey(new ResourceId(Id))
            ? state.Free(new ResourceId(Id))
            : state with { Claimed = state.Claimed.Remove(Name) };
    }
}
