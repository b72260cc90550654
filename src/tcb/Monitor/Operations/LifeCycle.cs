using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>What the operations on one domain's life have in common: they find it, free, in a phase, and hold it alone.</summary>
public abstract record LifeCycle : Operation
{
    private protected LifeCycle(DomainId domain) => Domain = domain;

    /// <summary>The domain.</summary>
    public DomainId Domain { get; init; }

    private protected sealed override Decision Check(State state)
    {
        if (!state.Domains.TryGetValue(Domain, out var domain))
            return Refuse(Rule.UnknownObject);
        if (!domain.Hold.IsFree)
            return Refuse(Rule.Busy, domain.Label);
        return Fits(domain) ? Check(state, domain) : Refuse(Rule.Phase, domain.Label);
    }

    /// <summary>True in the phases in which it can be done.</summary>
    private protected abstract bool Fits(Domain domain);

    /// <summary>What is asked further.</summary>
    private protected virtual Decision Check(State state, Domain domain) => Allow;

    internal override bool Involves(State state, DomainId domain) => domain == Domain;

    internal override State Reserve(State state, PermitId permit) => state.HoldAlone(Domain);

    internal override State Rollback(State state, Pending pending) => state.Free(Domain);

    /// <summary>A domain that runs leaves data in memory and in what is attached to it.</summary>
    private protected static State LeaveTraces(State state, DomainId id)
    {
        var domain = state.Domains[id];
        var next = state.LeaveResidue(new ResidueId(ResidueKind.Memory, id.Value), domain.Label);
        foreach (var attachment in domain.Attachments)
            next = next.LeaveData(attachment.Resource);
        return next;
    }

    /// <summary>Makes a domain run: it comes last in the order of starts.</summary>
    private protected static State Run(State state, DomainId id)
    {
        var order = state.StartCount + 1;
        var next = state.Change(id, domain => domain with { Phase = Phase.Running, StartOrder = order, HasSavedState = false, SavedLabel = default });
        return LeaveTraces(next with { StartCount = order }, id);
    }
}
