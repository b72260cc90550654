using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Saves a domain's memory and stops it. It is no longer present; the saved image carries its label, and resume decides again.</summary>
/// <param name="Domain">The domain.</param>
public sealed record SaveDomain(DomainId Domain) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.SaveDomain;

    private protected override bool Fits(Domain domain) => domain.IsUp;

    internal override State Commit(State state, Pending pending)
    {
        var label = state.Domains[Domain].Label;
        return state
            .Free(Domain)
            .Move(Domain, Phase.Saved)
            .Change(Domain, domain => domain with { HasSavedState = true, SavedLabel = label })
            .CloseChannelsOf(Domain)
            .LeaveResidue(new ResidueId(ResidueKind.Saved, Domain.Value), label);
    }
}
