using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>
/// The column "checks, in order" of SEMANTICS section 4, and what all operations ask first. A check is the rule by which it refuses, or
/// null: a chain of them with ?? reads as the row of the table.
/// </summary>
public static class Checks
{
    /// <summary>What the state says to an operation.</summary>
    public static Answer Ask(OracleState state, Operation operation)
    {
        var refusal = FirstOfAll(state, operation) ?? Of(state, operation);
        return refusal is null ? Answer.Yes(Grant(state, operation)) : Answer.No(refusal);
    }

    /// <summary>exists(d).</summary>
    internal static string? DomainMissing(this OracleState state, DomainId domain) =>
        state.Domains.ContainsKey(domain.Value) ? null : "unknown-object";

    /// <summary>exists(r).</summary>
    internal static string? ResourceMissing(this OracleState state, ResourceId resource) =>
        state.Resources.ContainsKey(resource.Value) ? null : "unknown-object";

    /// <summary>free(d).</summary>
    internal static string? NotFree(this OracleState state, DomainId domain) =>
        state.IsHeld(true, domain.Value, exclusively: false) ? "busy" : null;

    /// <summary>free(r).</summary>
    internal static string? NotFree(this OracleState state, ResourceId resource) =>
        state.IsHeld(false, resource.Value, exclusively: false) ? "busy" : null;

    /// <summary>open(d).</summary>
    internal static string? NotOpen(this OracleState state, DomainId domain) =>
        state.IsHeld(true, domain.Value, exclusively: true) ? "busy" : null;

    /// <summary>open(r).</summary>
    internal static string? NotOpen(this OracleState state, ResourceId resource) =>
        state.IsHeld(false, resource.Value, exclusively: true) ? "busy" : null;

    /// <summary>phase.</summary>
    internal static string? NotIn(this OracleState state, DomainId domain, params Phase[] phases) =>
        phases.Contains(state.PhaseOf(domain.Value)) ? null : "phase";

    /// <summary>label known.</summary>
    internal static string? LabelUnknown(this OracleState state, StableKey label) =>
        state.Rules.LabelWith(label) is null ? "unknown-label" : null;

    /// <summary>label known, or absent and the policy does not say deny.</summary>
    internal static string? LabelUnfit(this OracleState state, StableKey label)
    {
        if (!label.IsZero)
            return state.LabelUnknown(label);
        return state.Rules.Content.Quarantine ? null : "unlabelled";
    }

    /// <summary>labelled: key listed.</summary>
    internal static string? SpecKeyUnlisted(this OracleState state, StableKey label, Digest key) =>
        label.IsZero || state.Rules.Lists(KeyRole.Spec, key, state.Rules.LabelWith(label)) ? null : "spec-key";

    /// <summary>Exactly one type and no range.</summary>
    internal static string? NotForResource(this OracleState state, StableKey label) =>
        label.IsZero || state.Rules.FitsResource(state.Rules.LabelWith(label)!) ? null : "resource-label";

    /// <summary>Types of the label with a key.</summary>
    internal static string[] TypesOf(this OracleState state, StableKey label) => [.. state.Rules.TypesOf(state.Rules.LabelWith(label))];

    private static string? FirstOfAll(OracleState state, Operation operation)
    {
        if (state.IsUpdating)
            return "updating";
        if (state.Policy is null && operation is not (LoadPolicy or BootHost))
            return "no-policy";
        return state.Permits.Count < state.Limits.Permits ? null : "limit";
    }

    private static string? Of(OracleState state, Operation operation) => operation switch
    {
        CreateDomain o => DomainChecks.Create(state, o),
        DestroyDomain o => DomainChecks.Destroy(state, o),
        StartDomain o => DomainChecks.Start(state, o.Domain, o.Now),
        ReceiveDomain o => DomainChecks.Start(state, o.Domain, o.Now),
        PauseDomain o => DomainChecks.Pause(state, o),
        ResumeDomain o => DomainChecks.Resume(state, o),
        SaveDomain o => DomainChecks.Cease(state, o.Domain),
        StopDomain o => DomainChecks.Cease(state, o.Domain),
        RelabelDomain o => DomainChecks.Relabel(state, o),
        SnapshotDomain o => DomainChecks.Snapshot(state, o),
        DumpDomain o => DomainChecks.Dump(state, o),
        CreateResource o => ResourceChecks.Create(state, o),
        ReleaseResource o => ResourceChecks.Release(state, o),
        RelabelResource o => ResourceChecks.Relabel(state, o),
        AttachVolume o => ResourceChecks.Attach(state, o.Domain, o.Resource, ResourceKind.Volume, Reserved.Attachment(o)!),
        AttachNetwork o => ResourceChecks.Attach(state, o.Domain, o.Resource, ResourceKind.Network, Reserved.Attachment(o)!),
        AttachDevice o => ResourceChecks.Attach(state, o.Domain, o.Resource, ResourceKind.Device, Reserved.Attachment(o)!),
        AttachVtpm o => ResourceChecks.Attach(state, o.Domain, o.Resource, ResourceKind.Vtpm, Reserved.Attachment(o)!),
        AttachConsole o => ResourceChecks.Attach(state, o.Domain, o.Resource, ResourceKind.Console, Reserved.Attachment(o)!),
        DetachResource o => ResourceChecks.Detach(state, o),
        OpenConnection o => ChannelChecks.Open(state, o.Channel, o.Initiator, o.Target)
            ?? (o.Port == 0 ? "kind" : null)
            ?? ChannelChecks.Reach(state, Reserved.Channel(o)!).Refusal,
        OpenWindow o => ChannelChecks.Open(state, o.Channel, o.Initiator, o.Target) ?? ChannelChecks.Reach(state, Reserved.Channel(o)!).Refusal,
        CloseChannel o => ChannelChecks.Close(state, o),
        ForwardFrame o => ChannelChecks.Forward(state, o),
        CertifySanitized o => EvidenceChecks.Certify(state, o),
        PresentTicket o => EvidenceChecks.Present(state, o),
        GrantLease o => EvidenceChecks.Grant(state, o),
        ReturnLease o => EvidenceChecks.Return(state, o),
        LoadPolicy o => UpdateChecks.Refusal(state, o),
        BootHost o => EvidenceChecks.Boot(state, o),
        _ => throw new System.ArgumentException($"SEMANTICS has no row for {operation.GetType().Name}", nameof(operation)),
    };

    /// <summary>Reach names the rule that grants; where it is not asked there is none.</summary>
    private static string Grant(OracleState state, Operation operation)
    {
        if (Reserved.Attachment(operation) is { } attachment)
            return Standing.OfAttachment(state, attachment, state.Presence()).Rule;
        if (Reserved.Channel(operation) is { } channel)
            return ChannelChecks.Reach(state, channel).Rule;

        // These two ask reach of kind none, which nothing but sharing grants.
        return operation is DumpDomain or ForwardFrame ? "sharing-granted" : "unconditional";
    }
}
