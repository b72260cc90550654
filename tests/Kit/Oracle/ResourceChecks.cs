using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Rows of the table for resources and attachments.</summary>
internal static class ResourceChecks
{
    public static string? Create(OracleState state, CreateResource o) =>
        Limit(state) ?? IdUsed(state, o.Resource) ?? (o.Kind == ResourceKind.Vtpm ? BoundUnfit(state, o) : LabelUnfit(state, o));

    public static string? Release(OracleState state, ReleaseResource o) =>
        state.ResourceMissing(o.Resource)
        ?? state.NotFree(o.Resource)
        ?? (state.AttachmentsTo(o.Resource.Value).Any() ? "in-use" : null);

    public static string? Relabel(OracleState state, RelabelResource o) =>
        state.ResourceMissing(o.Resource)
        ?? (KindOf(state, o.Resource) == ResourceKind.Vtpm ? "kind" : null)
        ?? state.NotFree(o.Resource)
        ?? (state.IsInLiveUse(o.Resource.Value) ? "in-use" : null)
        ?? (state.Residues.ContainsKey((ResidueKind.Volume, o.Resource.Value)) ? "residue" : null)
        ?? state.LabelUnknown(o.Label)
        ?? state.NotForResource(o.Label)
        ?? state.SpecKeyUnlisted(o.Label, o.SpecKey)
        ?? (KindOf(state, o.Resource) == ResourceKind.Volume ? state.Rules.WallHistory(state.TypesOf(o.Label), state.Presence()) : null);

    public static string? Attach(OracleState state, DomainId domain, ResourceId resource, ResourceKind kind, OracleAttachment attachment) =>
        state.DomainMissing(domain)
        ?? state.ResourceMissing(resource)
        ?? (KindOf(state, resource) == kind ? null : "kind")
        ?? state.NotFree(domain)
        ?? state.NotOpen(resource)
        ?? state.NotIn(domain, Phase.Defined, Phase.Running, Phase.Paused)
        ?? (state.AttachmentsOf(domain.Value).Any(other => other.Resource == resource.Value) ? "exists" : null)
        ?? (state.AttachmentsOf(domain.Value).Count() < state.Limits.Attachments ? null : "limit")
        ?? (IsTaken(state, attachment) ? "exclusive" : null)
        ?? Standing.OfAttachment(state, attachment, state.Presence()).Refusal;

    public static string? Detach(OracleState state, DetachResource o) =>
        state.DomainMissing(o.Domain)
        ?? state.ResourceMissing(o.Resource)
        ?? (state.AttachmentsOf(o.Domain.Value).Any(other => other.Resource == o.Resource.Value) ? null : "not-attached")
        ?? state.NotFree(o.Domain)
        ?? state.NotOpen(o.Resource);

    private static ResourceKind KindOf(OracleState state, ResourceId resource) => state.Resources[resource.Value].Kind;

    private static string? Limit(OracleState state) =>
        state.Resources.Count + state.Outstanding.Count(o => o is CreateResource) < state.Limits.Resources ? null : "limit";

    private static string? IdUsed(OracleState state, ResourceId id)
    {
        var isUsed = state.Resources.ContainsKey(id.Value)
            || state.Outstanding.Any(o => o is CreateResource create && create.Resource == id)
            || state.Residues.ContainsKey((ResidueKind.Volume, id.Value))
            || state.Residues.ContainsKey((ResidueKind.Vtpm, id.Value));
        return isUsed ? "exists" : null;
    }

    private static string? LabelUnfit(OracleState state, CreateResource o) =>
        state.LabelUnfit(o.Label) ?? state.NotForResource(o.Label) ?? state.SpecKeyUnlisted(o.Label, o.SpecKey);

    private static string? BoundUnfit(OracleState state, CreateResource o)
    {
        var hasAnother = state.Resources.Values.Any(other => other.Kind == ResourceKind.Vtpm && other.BoundTo == o.BoundTo.Value)
            || state.Outstanding.Any(other => other is CreateResource { Kind: ResourceKind.Vtpm } create && create.BoundTo == o.BoundTo);

        // The row does not say so, but what is held exclusively cannot be held shared as well.
        return state.DomainMissing(o.BoundTo) ?? state.NotOpen(o.BoundTo) ?? (hasAnother ? "exclusive" : null);
    }

    private static bool IsTaken(OracleState state, OracleAttachment attachment)
    {
        var resource = state.Resources[attachment.Resource];
        var elsewhere = state.AttachmentsTo(attachment.Resource).Where(other => other.Domain != attachment.Domain).ToList();
        return resource.Kind switch
        {
            ResourceKind.Device or ResourceKind.Console => elsewhere.Count > 0,
            ResourceKind.Volume when !resource.Shareable => elsewhere.Any(Writes) || (Writes(attachment) && elsewhere.Count > 0),
            _ => false,
        };
    }

    private static bool Writes(OracleAttachment attachment) => attachment.Flows.HasFlag(PolicyImage.Flows.Out);
}
