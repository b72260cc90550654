using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>
/// Forwards a frame from one domain's port to another's on a network. The data path asks this once per pair and keeps the answer on
/// its access page.
/// </summary>
/// <param name="From">The domain that sends.</param>
/// <param name="To">The domain that receives.</param>
/// <param name="Network">The network that both are attached to.</param>
public sealed record ForwardFrame(DomainId From, DomainId To, ResourceId Network) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.ForwardFrame;

    private protected override Decision Check(State state)
    {
        if (!state.Domains.TryGetValue(From, out var from)
            || !state.Domains.TryGetValue(To, out var to)
            || !state.Resources.TryGetValue(Network, out var network))
            return Refuse(Rule.UnknownObject);
        if (network.Kind != ResourceKind.Network)
            return Refuse(Rule.Kind, from.Label, network.Label);
        if (!from.Hold.IsOpen || !to.Hold.IsOpen || !network.Hold.IsOpen)
            return Refuse(Rule.Busy, from.Label, to.Label);
        if (from.Phase != Phase.Running || to.Phase != Phase.Running)
            return Refuse(Rule.Phase, from.Label, to.Label);
        if (!from.TryAttachment(Network, out var sending) || !to.TryAttachment(Network, out var receiving))
            return Refuse(Rule.NotAttached, from.Label, to.Label);
        if (!sending.Flows.HasFlag(Flows.Out) || !receiving.Flows.HasFlag(Flows.In))
            return Refuse(Rule.Direction, from.Label, to.Label);
        return Stands(state);
    }

    internal override Decision Stands(State state)
    {
        var network = state.Resources[Network].Label;
        var outward = Reach.Decide(state.Policy!, state.Domains[From].Label, network, AccessKind.None, 0, Flows.Out);
        return outward.IsAllowed ? Reach.Decide(state.Policy!, state.Domains[To].Label, network, AccessKind.None, 0, Flows.In) : outward;
    }

    internal override bool Involves(State state, DomainId domain) => domain == From || domain == To;

    internal override bool Involves(State state, DomainId domain, ResourceId resource) => resource == Network && Involves(state, domain);

    internal override State Reserve(State state, PermitId permit) => state.Join(From).Join(To).Join(Network);

    internal override State Commit(State state, Pending pending) => Rollback(state, pending);

    internal override State Rollback(State state, Pending pending) => state.Leave(From).Leave(To).Leave(Network);
}
