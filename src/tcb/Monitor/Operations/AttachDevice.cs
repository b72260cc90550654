using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Attaches a device, which no other domain may have then.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The device.</param>
public sealed record AttachDevice(DomainId Domain, ResourceId Resource) : Attach(Domain, Resource)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.AttachDevice;

    private protected override ResourceKind ResourceKind => ResourceKind.Device;

    private protected override Flows AttachedFlows => Flows.Both;
}
