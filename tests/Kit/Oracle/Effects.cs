using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>The column "effect" of SEMANTICS section 4: what a commit makes of the state.</summary>
internal static class Effects
{
    /// <summary>The state after the commit of a permit that is no longer among those outstanding.</summary>
    public static OracleState Of(OracleState state, OraclePermit permit) => permit.Operation switch
    {
        CreateDomain => Put(state, Reserved.Domain(permit)!),
        DestroyDomain o => Destroyed(state, o.Domain.Value),
        StartDomain o => Started(state, o.Domain.Value),
        ReceiveDomain o => Started(state, o.Domain.Value),
        PauseDomain o => InPhase(state, o.Domain.Value, Phase.Paused),
        ResumeDomain o => Resumed(state, o.Domain.Value),
        SaveDomain o => Saved(state, o.Domain.Value),
        StopDomain o => InPhase(WithoutChannelsOf(state, o.Domain.Value), o.Domain.Value, Phase.Defined),
        RelabelDomain o => Put(state, state.Domains[o.Domain.Value] with { Label = permit.Label, SpecKey = o.SpecKey }),
        SnapshotDomain o => Leaving(state, ResidueKind.Snapshot, o.Snapshot.Value, state.Domains[o.Domain.Value].Label),
        DumpDomain o => Dumped(state, o),
        CreateResource => Put(state, Reserved.Resource(permit)!),
        ReleaseResource o => state with { CommittedResources = state.CommittedResources.Remove(o.Resource.Value) },
        RelabelResource o => Put(state, state.Resources[o.Resource.Value] with { Label = permit.Label }),
        DetachResource o => Detached(state, o.Domain.Value, o.Resource.Value),
        CloseChannel o => state with { CommittedChannels = state.CommittedChannels.Remove(o.Channel.Value) },
        CertifySanitized o => state with { Residues = state.Residues.Remove((o.Residue, o.Id)) },
        PresentTicket o => state with { Tickets = state.Tickets.SetItem(o.Ticket.Policy, o.Ticket) },
        GrantLease o => state with { Leases = state.Leases.RemoveAll(lease => lease.IsFor(o.Lease)).Add(o.Lease) },
        ReturnLease o => state with { Leases = state.Leases.RemoveAll(lease => lease.IsFor(o)) },
        LoadPolicy o => UpdateEffects.Of(state, o, permit.Breaks),
        BootHost o => Booted(state, o.Boot),
        ForwardFrame => state,
        _ => AttachedOrOpened(state, permit.Operation),
    };

    /// <summary>A state with the residues that an outstanding operation will leave; what it is about is looked up where it is outstanding.</summary>
    public static OracleState TracesOf(OracleState left, Operation operation, OracleState state)
    {
        if (operation is DumpDomain dump)
            return Dumped(left, dump);
        if (Reserved.Attachment(operation) is { } attachment)
            return DataLeft(left, state.Resources[attachment.Resource]);
        if (Reserved.Start(operation, state) is not { } domain)
            return left;
        var starting = Leaving(left, ResidueKind.Memory, domain, state.Domains[domain].Label);
        return state.AttachmentsOf(domain).Aggregate(starting, (next, one) => DataLeft(next, state.Resources[one.Resource]));
    }

    /// <summary>The state with the channels of a domain gone.</summary>
    public static OracleState WithoutChannelsOf(OracleState state, ulong domain) => state with
    {
        CommittedChannels = state.CommittedChannels.RemoveRange(
            state.CommittedChannels.Values.Where(channel => channel.Touches(domain)).Select(channel => channel.Id)),
    };

    /// <summary>The state with a domain in another phase.</summary>
    public static OracleState InPhase(OracleState state, ulong domain, Phase phase) => Put(state, state.Domains[domain] with { Phase = phase });

    /// <summary>The state with an attachment gone.</summary>
    public static OracleState Detached(OracleState state, ulong domain, ulong resource) => state with
    {
        CommittedAttachments = state.CommittedAttachments.RemoveAll(
            attachment => attachment.Domain == domain && attachment.Resource == resource),
    };

    private static OracleState Put(OracleState state, OracleDomain domain) =>
        state with { CommittedDomains = state.CommittedDomains.SetItem(domain.Id, domain) };

    private static OracleState Put(OracleState state, OracleResource resource) =>
        state with { CommittedResources = state.CommittedResources.SetItem(resource.Id, resource) };

    private static OracleState Leaving(OracleState state, ResidueKind kind, ulong id, string? label) =>
        state.Leaving(kind, id, label, state.Rules.TypesOf(label));

    private static OracleState Dumped(OracleState state, DumpDomain o) =>
        Leaving(state, ResidueKind.Volume, o.Volume.Value, state.Domains[o.Domain.Value].Label);

    private static OracleState Destroyed(OracleState state, ulong id) => state with
    {
        CommittedDomains = state.CommittedDomains.Remove(id),
        CommittedResources = state.TpmOf(id) is { } tpm ? state.CommittedResources.Remove(tpm) : state.CommittedResources,
        CommittedAttachments = state.CommittedAttachments.RemoveAll(attachment => attachment.Domain == id),
    };

    private static OracleState Started(OracleState state, ulong id)
    {
        var domain = state.Domains[id] with { Phase = Phase.Running, SavedLabel = null, StartOrder = state.Starts + 1 };
        var running = Leaving(Put(state, domain) with { Starts = state.Starts + 1 }, ResidueKind.Memory, id, domain.Label);
        return running.AttachmentsOf(id).Aggregate(running, (next, attachment) => DataLeft(next, next.Resources[attachment.Resource]));
    }

    private static OracleState Resumed(OracleState state, ulong id) =>
        state.Domains[id].Phase == Phase.Saved ? Started(state, id) : InPhase(state, id, Phase.Running);

    private static OracleState Saved(OracleState state, ulong id)
    {
        var domain = state.Domains[id] with { Phase = Phase.Saved, SavedLabel = state.Domains[id].Label };
        return Leaving(Put(WithoutChannelsOf(state, id), domain), ResidueKind.Saved, id, domain.Label);
    }

    private static OracleState Booted(OracleState state, ulong boot) => state with
    {
        Boot = boot,
        CommittedDomains = state.CommittedDomains.SetItems(
            state.Live.Select(domain => KeyValuePair.Create(domain.Id, domain with { Phase = Phase.Defined }))),
        CommittedChannels = state.CommittedChannels.Clear(),
        Tickets = state.Tickets.Clear(),
    };

    private static OracleState AttachedOrOpened(OracleState state, Operation operation)
    {
        if (Reserved.Channel(operation) is { } channel)
            return state with { CommittedChannels = state.CommittedChannels.SetItem(channel.Id, channel) };
        var attachment = Reserved.Attachment(operation)!;
        var attached = state with { CommittedAttachments = state.CommittedAttachments.Add(attachment) };
        return DataLeft(attached, state.Resources[attachment.Resource]);
    }

    private static OracleState DataLeft(OracleState state, OracleResource resource) => resource.Kind switch
    {
        ResourceKind.Volume => Leaving(state, ResidueKind.Volume, resource.Id, resource.Label),
        ResourceKind.Vtpm => Leaving(state, ResidueKind.Vtpm, resource.Id, resource.Label),
        _ => state,
    };
}
