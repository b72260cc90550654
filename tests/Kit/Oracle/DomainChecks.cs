using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Rows of the table for domains.</summary>
internal static class DomainChecks
{
    public static string? Create(OracleState state, CreateDomain o) =>
        Limit(state, o)
        ?? IdUsed(state, o.Domain)
        ?? state.LabelUnfit(o.Label)
        ?? state.SpecKeyUnlisted(o.Label, o.SpecKey)
        ?? (o.Images.All(state.Rules.Content.Images.Contains) ? null : "image");

    public static string? Destroy(OracleState state, DestroyDomain o) =>
        state.DomainMissing(o.Domain)
        ?? state.NotFree(o.Domain)
        ?? state.NotIn(o.Domain, Phase.Defined, Phase.Saved)
        ?? (state.TpmOf(o.Domain.Value) is { } tpm ? state.NotFree(new ResourceId(tpm)) : null);

    public static string? Start(OracleState state, DomainId domain, ulong now) =>
        state.DomainMissing(domain)
        ?? state.NotFree(domain)
        ?? state.NotIn(domain, Phase.Defined)
        ?? Standing.AdmissionRefusal(state, state.Domains[domain.Value], now);

    public static string? Pause(OracleState state, PauseDomain o) =>
        state.DomainMissing(o.Domain) ?? state.NotFree(o.Domain) ?? state.NotIn(o.Domain, Phase.Running);

    public static string? Resume(OracleState state, ResumeDomain o) =>
        state.DomainMissing(o.Domain)
        ?? state.NotFree(o.Domain)
        ?? state.NotIn(o.Domain, Phase.Paused, Phase.Saved)
        ?? Standing.AdmissionRefusal(state, state.Domains[o.Domain.Value], o.Now);

    public static string? Cease(OracleState state, DomainId domain) =>
        state.DomainMissing(domain) ?? state.NotFree(domain) ?? state.NotIn(domain, Phase.Running, Phase.Paused);

    public static string? Relabel(OracleState state, RelabelDomain o) =>
        state.DomainMissing(o.Domain)
        ?? state.NotFree(o.Domain)
        ?? state.NotIn(o.Domain, Phase.Defined, Phase.Saved)
        ?? state.LabelUnfit(o.Label)
        ?? state.SpecKeyUnlisted(o.Label, o.SpecKey)
        ?? Standing.HostRefusal(state, state.Rules.LabelWith(o.Label))
        ?? state.Rules.Wall(state.TypesOf(o.Label), state.Presence());

    public static string? Snapshot(OracleState state, SnapshotDomain o) =>
        state.DomainMissing(o.Domain)
        ?? state.NotFree(o.Domain)
        ?? state.NotIn(o.Domain, Phase.Running, Phase.Paused)
        ?? (state.Residues.Count < state.Limits.Residues ? null : "limit")
        ?? (SnapshotUsed(state, o.Snapshot) ? "exists" : null);

    public static string? Dump(OracleState state, DumpDomain o) =>
        state.DomainMissing(o.Domain)
        ?? state.ResourceMissing(o.Volume)
        ?? (state.Resources[o.Volume.Value].Kind == ResourceKind.Volume ? null : "kind")
        ?? state.NotFree(o.Domain)
        ?? state.NotOpen(o.Volume)
        ?? state.NotIn(o.Domain, Phase.Running, Phase.Paused)
        ?? DumpDecision(state, o);

    /// <summary>The last check of a dump, which an update asks again.</summary>
    public static string? DumpDecision(OracleState state, DumpDomain o)
    {
        var (domain, volume) = (state.Domains[o.Domain.Value], state.Resources[o.Volume.Value]);
        return state.Rules.Reach(domain.Label, volume.Label, AccessKind.None, 0, Flows.Out).Refusal;
    }

    private static string? Limit(OracleState state, CreateDomain o) =>
        o.Images.Length <= state.Limits.Images
            && state.Domains.Count < state.Limits.Domains
            && state.Residues.Count < state.Limits.Residues ? null : "limit";

    private static string? IdUsed(OracleState state, DomainId id)
    {
        var isUsed = state.Domains.ContainsKey(id.Value)
            || state.Residues.ContainsKey((ResidueKind.Memory, id.Value))
            || state.Residues.ContainsKey((ResidueKind.Saved, id.Value));
        return isUsed ? "exists" : null;
    }

    private static bool SnapshotUsed(OracleState state, SnapshotId id) =>
        state.Residues.ContainsKey((ResidueKind.Snapshot, id.Value))
        || state.Outstanding.Any(o => o is SnapshotDomain other && other.Snapshot == id);
}
