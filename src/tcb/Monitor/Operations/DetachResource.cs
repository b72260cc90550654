using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Detaches a resource from a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The resource.</param>
public sealed record DetachResource(DomainId Domain, ResourceId Resource) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.DetachResource;

    private protected override Decision Check(State state)
    {
        if (!state.Domains.TryGetValue(Domain, out var domain) || !state.Resources.TryGetValue(Resource, out var resource))
            return Refuse(Rule.UnknownObject);
        if (!domain.TryAttachment(Resource, out _))
            return Refuse(Rule.NotAttached, domain.Label, resource.Label);
        return domain.Hold.IsFree && resource.Hold.IsOpen ? Allow : Refuse(Rule.Busy, domain.Label, resource.Label);
    }

    internal override bool Involves(State state, DomainId domain) => domain == Domain;

    internal override State Reserve(State state, PermitId permit) => state.HoldAlone(Domain).Join(Resource);

    internal override State Commit(State state, Pending pending) => state.Free(Domain).Leave(Resource).Detach(Domain, Resource);

    internal override State Rollback(State state, Pending pending) => state.Free(Domain).Leave(Resource);
}
