using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Creates a resource from a spec whose signature has been verified. A TPM takes the label of the domain it is bound to.</summary>
/// <param name="Resource">A fresh id.</param>
/// <param name="ResourceKind">What it is.</param>
/// <param name="Label">Key of its label, zero for none; not looked at for a TPM.</param>
/// <param name="SpecKey">Id of the key that signed the spec; not looked at for a TPM.</param>
/// <param name="Shareable">True for a volume that several domains may write.</param>
/// <param name="BoundTo">For a TPM, the domain it belongs to.</param>
public sealed record CreateResource(
    ResourceId Resource, ResourceKind ResourceKind, StableKey Label, Digest SpecKey, bool Shareable, DomainId BoundTo) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.CreateResource;

    private bool IsVtpm => ResourceKind == ResourceKind.Vtpm;

    private protected override Decision Check(State state)
    {
        if (state.Resources.Count >= MonitorLimits.Resources || state.Residues.Count >= MonitorLimits.Residues)
            return Refuse(Rule.Limit);
        if (state.Resources.ContainsKey(Resource) || HasLeftSomething(state))
            return Refuse(Rule.Exists);
        if (ResourceKind > ResourceKind.Console || (Shareable && ResourceKind != ResourceKind.Volume))
            return Refuse(Rule.Kind);
        return IsVtpm ? CheckVtpm(state) : Labelling.DecideResource(state, Label, SpecKey);
    }

    private bool HasLeftSomething(State state) =>
        state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, Resource.Value))
        || state.Residues.ContainsKey(new ResidueId(ResidueKind.Vtpm, Resource.Value));

    private Decision CheckVtpm(State state)
    {
        if (!state.Domains.TryGetValue(BoundTo, out var domain))
            return Refuse(Rule.UnknownObject);
        if (!domain.Hold.IsOpen)
            return Refuse(Rule.Busy, domain.Label);
        return domain.Vtpm is null ? Allow : Refuse(Rule.Exclusive, domain.Label);
    }

    internal override bool Involves(State state, DomainId domain) => IsVtpm && domain == BoundTo;

    internal override bool Involves(State state, DomainId domain, ResourceId resource) => false;

    internal override State Reserve(State state, PermitId permit)
    {
        if (!IsVtpm)
            return state.With(new Resource(Resource, ResourceKind, Labelling.Find(state, Label)) { Shareable = Shareable, Hold = default(Hold).Alone() });
        var vtpm = new Resource(Resource, ResourceKind, state.Domains[BoundTo].Label) { BoundTo = BoundTo, Hold = default(Hold).Alone() };
        return state.With(vtpm).Join(BoundTo).Change(BoundTo, domain => domain with { Vtpm = Resource });
    }

    internal override State Commit(State state, Pending pending) => IsVtpm ? state.Leave(BoundTo).Free(Resource) : state.Free(Resource);

    internal override State Rollback(State state, Pending pending)
    {
        var left = IsVtpm ? state.Leave(BoundTo).Change(BoundTo, domain => domain with { Vtpm = null }) : state;
        return left with { Resources = left.Resources.Remove(Resource) };
    }
}
