using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Gives up a resource that is attached to nothing. What it holds stays a residue until it is certified to be sanitized.</summary>
/// <param name="Resource">The resource.</param>
public sealed record ReleaseResource(ResourceId Resource) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.ReleaseResource;

    private protected override Decision Check(State state)
    {
        if (!state.Resources.TryGetValue(Resource, out var resource))
            return Refuse(Rule.UnknownObject);
        if (!resource.Hold.IsFree)
            return Refuse(Rule.Busy, resource.Label);
        return resource.Users.IsEmpty ? Allow : Refuse(Rule.InUse, resource.Label);
    }

    internal override State Reserve(State state, PermitId permit) => state.HoldAlone(Resource);

    internal override State Commit(State state, Pending pending)
    {
        var resource = state.Resources[Resource];
        var next = state with { Resources = state.Resources.Remove(Resource) };
        return resource.Kind == ResourceKind.Vtpm ? next.Change(resource.BoundTo, domain => domain with { Vtpm = null }) : next;
    }

    internal override State Rollback(State state, Pending pending) => state.Free(Resource);
}
