using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Deletes a domain that is not live, and its TPM with it. What they left stays until it is certified to be sanitized.</summary>
/// <param name="Domain">The domain.</param>
public sealed record DestroyDomain(DomainId Domain) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.DestroyDomain;

    private protected override bool Fits(Domain domain) => domain.Phase is Phase.Defined or Phase.Saved;

    private protected override Decision Check(State state, Domain domain)
    {
        var vtpmIsHeld = domain.Vtpm is { } vtpm && !state.Resources[vtpm].Hold.IsFree;
        return vtpmIsHeld ? Refuse(Rule.Busy, domain.Label) : Allow;
    }

    internal override State Reserve(State state, PermitId permit)
    {
        var held = base.Reserve(state, permit);
        return state.Domains[Domain].Vtpm is { } vtpm ? held.HoldAlone(vtpm) : held;
    }

    internal override State Commit(State state, Pending pending)
    {
        var domain = state.Domains[Domain];
        foreach (var attachment in domain.Attachments)
            state = state.Detach(Domain, attachment.Resource);
        var resources = domain.Vtpm is { } vtpm ? state.Resources.Remove(vtpm) : state.Resources;
        return state with { Domains = state.Domains.Remove(Domain), Resources = resources };
    }

    internal override State Rollback(State state, Pending pending)
    {
        var free = base.Rollback(state, pending);
        return free.Domains[Domain].Vtpm is { } vtpm ? free.Free(vtpm) : free;
    }
}
