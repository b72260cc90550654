using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>
/// What attaching has in common for every kind of resource. From prepare on the attachment counts; an update asks
/// <see cref="Attaching.Decide"/> of it again.
/// </summary>
public abstract record Attach : Operation
{
    private protected Attach(DomainId domain, ResourceId resource)
    {
        Domain = domain;
        Resource = resource;
    }

    /// <summary>The domain.</summary>
    public DomainId Domain { get; init; }

    /// <summary>The resource.</summary>
    public ResourceId Resource { get; init; }

    private protected abstract ResourceKind ResourceKind { get; }

    private protected abstract Flows AttachedFlows { get; }

    private protected sealed override Decision Check(State state)
    {
        if (!state.Domains.TryGetValue(Domain, out var domain) || !state.Resources.TryGetValue(Resource, out var resource))
            return Refuse(Rule.UnknownObject);
        if (resource.Kind != ResourceKind || AttachedFlows == Flows.None)
            return Refuse(Rule.Kind, domain.Label, resource.Label);
        if (!domain.Hold.IsFree || !resource.Hold.IsOpen)
            return Refuse(Rule.Busy, domain.Label, resource.Label);
        if (!domain.IsUp && domain.Phase != Phase.Defined)
            return Refuse(Rule.Phase, domain.Label);
        if (domain.TryAttachment(Resource, out _))
            return Refuse(Rule.Exists, domain.Label, resource.Label);
        if (domain.Attachments.Length >= MonitorLimits.Attachments)
            return Refuse(Rule.Limit, domain.Label);
        return IsTaken(state, resource) ? Refuse(Rule.Exclusive, domain.Label, resource.Label) : Attaching.Decide(state, domain, resource, AttachedFlows);
    }

    /// <summary>True when another domain has it in a way that does not go together with this one.</summary>
    private protected virtual bool IsTaken(State state, Resource resource) => !resource.Users.IsEmpty;

    internal override bool Involves(State state, DomainId domain) => domain == Domain;

    internal override State LeaveTraces(State state) => state.LeaveData(Resource);

    internal override State Reserve(State state, PermitId permit) =>
        state.HoldAlone(Domain).Join(Resource).Attach(Domain, new Attachment(Resource, AttachedFlows, permit));

    internal override State Commit(State state, Pending pending) =>
        LeaveTraces(state.Free(Domain).Leave(Resource).Settle(Domain, Resource));

    internal override State Rollback(State state, Pending pending) => state.Free(Domain).Leave(Resource).Detach(Domain, Resource);
}
