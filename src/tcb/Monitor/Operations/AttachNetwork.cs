using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Attaches a port on a network: to send, to receive, or both. Only sharing grants it.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The network.</param>
/// <param name="Flows">Directions of the port; Out is to send.</param>
public sealed record AttachNetwork(DomainId Domain, ResourceId Resource, Flows Flows) : Attach(Domain, Resource)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.AttachNetwork;

    private protected override ResourceKind ResourceKind => ResourceKind.Network;

    private protected override Flows AttachedFlows => Flows & Flows.Both;

    private protected override bool IsTaken(State state, Resource resource) => false;
}
