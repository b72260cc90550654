using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Rows of the table for resources and attachments.</summary>
internal static class ResourceChecks
{
    public static string? Create(OracleState state, CreateResource o) =>
        Limit(state)
        ?? IdUsed(state, o.Resource)
        ?? (System.Enum.IsDefined(o.ResourceKind) && (o.ResourceKind == ResourceKind.Volume || !o.Shareable) ? null : "kind")
        ?? (o.ResourceKind == ResourceKind.Vtpm ? BoundUnfit(state, o) : LabelUnfit(state, o.Label, o.SpecKey));

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
        ?? LabelUnfit(state, o.Label, o.SpecKey)
        ?? (KindOf(state, o.Resource) == ResourceKind.Volume ? Standing.KeepRefusal(state, state.Rules.LabelWith(o.Label), state.Presence()) : null);

    public static string? Attach(OracleState state, DomainId domain, ResourceId resource, ResourceKind kind, OracleAttachment attachment) =>
        state.DomainMissing(domain)
        ?? state.ResourceMissing(resource)
        ?? (KindOf(state, resource) == kind && attachment.Flows != Flows.None ? null : "kind")
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
        state.Resources.Count < state.Limits.Resources && state.Residues.Count < state.Limits.Residues ? null : "limit";

    private static string? IdUsed(OracleState state, ResourceId id)
    {
        var isUsed = state.Resources.ContainsKey(id.Value)
            || state.Residues.ContainsKey((ResidueKind.Volume, id.Value))
            || state.Residues.ContainsKey((ResidueKind.Vtpm, id.Value));
        return isUsed ? "exists" : null;
    }

    private static string? LabelUnfit(OracleState state, StableKey label, Digest specKey) =>
        state.LabelUnfit(label) ?? state.NotForResource(label) ?? state.SpecKeyUnlisted(label, specKey);

    private static string? BoundUnfit(OracleState state, CreateResource o) =>
        state.DomainMissing(o.BoundTo) ?? state.NotOpen(o.BoundTo) ?? (state.TpmOf(o.BoundTo.Value) is null ? null : "exclusive");

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

    private static bool Writes(OracleAttachment attachment) => attachment.Flows.HasFlag(Flows.Out);
}
