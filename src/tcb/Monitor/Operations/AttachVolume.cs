using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Attaches a volume, to read, or to read and write: different flows. Reading may be opened by a channel, writing only by sharing.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The volume.</param>
/// <param name="Writable">False: to read only.</param>
public sealed record AttachVolume(DomainId Domain, ResourceId Resource, bool Writable) : Attach(Domain, Resource)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.AttachVolume;

    private protected override ResourceKind ResourceKind => ResourceKind.Volume;

    private protected override Flows AttachedFlows => Writable ? Flows.Both : Flows.In;

    private protected override bool IsTaken(State state, Resource resource)
    {
        if (resource.Shareable)
            return false;
        foreach (var user in resource.Users)
        {
            if (Writable || (state.Domains[user].TryAttachment(Resource, out var other) && other.Flows.HasFlag(Flows.Out)))
                return true;
        }
        return false;
    }
}
