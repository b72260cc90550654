using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Attaches a TPM to the one domain that it is bound to.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The TPM.</param>
public sealed record AttachVtpm(DomainId Domain, ResourceId Resource) : Attach(Domain, Resource)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.AttachVtpm;

    private protected override ResourceKind ResourceKind => ResourceKind.Vtpm;

    private protected override Flows AttachedFlows => Flows.Both;

    /// <summary>Binding already leaves no other domain.</summary>
    private protected override bool IsTaken(State state, Resource resource) => false;
}
