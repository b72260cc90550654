using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Gives a resource that holds no data another label.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Label">Key of the new label; zero for none.</param>
/// <param name="SpecKey">Id of the key that signed the new spec.</param>
public sealed record RelabelResource(ResourceId Resource, StableKey Label, Digest SpecKey) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.RelabelResource;

    internal override Label NewLabel(State state) => Labelling.Find(state, Label);

    private protected override Decision Check(State state)
    {
        if (!state.Resources.TryGetValue(Resource, out var resource))
            return Refuse(Rule.UnknownObject);
        if (resource.Kind == ResourceKind.Vtpm)
            return Refuse(Rule.Kind, resource.Label);
        if (!resource.Hold.IsFree)
            return Refuse(Rule.Busy, resource.Label);
        if (IsInUse(state, resource))
            return Refuse(Rule.InUse, resource.Label);
        if (state.Residues.ContainsKey(resource.Residue))
            return Refuse(Rule.Residue, resource.Label);
        var labelled = Labelling.DecideResource(state, Label, SpecKey);
        return labelled.IsAllowed && resource.KeepsData ? Admission.MayKeep(state, NewLabel(state)) : labelled;
    }

    /// <summary>The new label counts as present from here on, whatever becomes of attachments.</summary>
    internal override State Reserve(State state, PermitId permit) => Promise(state.HoldAlone(Resource), NewLabel(state), 1);

    internal override State Commit(State state, Pending pending)
    {
        var former = state.Resources[Resource];
        var next = Promise(state.Free(Resource), pending.Label, -1).Change(Resource, resource => resource with { Label = pending.Label });
        foreach (var _ in former.Users)
            next = next.CountAttachment(former, -1).CountAttachment(next.Resources[Resource], 1);
        return next;
    }

    internal override State Rollback(State state, Pending pending) => Promise(state.Free(Resource), pending.Label, -1);

    private State Promise(State state, Label label, int change) => state.Resources[Resource].KeepsData ? state.CountPromise(label, change) : state;

    /// <summary>True when a live domain has it.</summary>
    internal static bool IsInUse(State state, Resource resource)
    {
        foreach (var user in resource.Users)
        {
            if (state.Domains[user].IsLive)
                return true;
        }
        return false;
    }
}
