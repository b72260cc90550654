using System.Collections.Generic;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>What an outstanding operation has reserved or holds: the columns "holds" and "prepare:" of the table in SEMANTICS section 4.</summary>
public static class Reserved
{
    /// <summary>The domain that a permit creates, or null.</summary>
    public static OracleDomain? Domain(OraclePermit permit) =>
        permit.Operation is CreateDomain o ? new OracleDomain(o.Domain.Value, permit.Label, o.SpecKey, o.Images) : null;

    /// <summary>The resource that a permit creates, or null.</summary>
    public static OracleResource? Resource(OraclePermit permit) => permit.Operation is CreateResource o
        ? new OracleResource(o.Resource.Value, o.ResourceKind, permit.Label, o.Shareable, o.BoundTo.Value)
        : null;

    /// <summary>The domain that an operation takes to running through the phase starting, if it does that.</summary>
    public static ulong? Start(Operation operation, OracleState state) => operation switch
    {
        StartDomain start => start.Domain.Value,
        ReceiveDomain receive => receive.Domain.Value,
        ResumeDomain resume when state.Domains[resume.Domain.Value].Phase == Phase.Saved => resume.Domain.Value,
        _ => null,
    };

    /// <summary>What an operation attaches, or null.</summary>
    public static OracleAttachment? Attachment(Operation operation) => operation switch
    {
        AttachVolume attach => new(attach.Domain.Value, attach.Resource.Value, attach.Writable ? Flows.Both : Flows.In),
        AttachNetwork attach => new(attach.Domain.Value, attach.Resource.Value, attach.Flows),
        AttachDevice attach => new(attach.Domain.Value, attach.Resource.Value, Flows.Both),
        AttachVtpm attach => new(attach.Domain.Value, attach.Resource.Value, Flows.Both),
        AttachConsole attach => new(attach.Domain.Value, attach.Resource.Value, Flows.Both),
        _ => null,
    };

    /// <summary>What an operation opens, or null.</summary>
    public static OracleChannel? Channel(Operation operation) => operation switch
    {
        OpenConnection open =>
            new(open.Channel.Value, AccessKind.Vsock, open.Initiator.Value, open.Target.Value, open.Port, Flows.Both),
        OpenWindow open => new(open.Channel.Value, AccessKind.Memory, open.Initiator.Value, open.Target.Value, 0, open.Flows),
        _ => null,
    };

    /// <summary>What an operation holds.</summary>
    public static IEnumerable<Hold> Holds(Operation operation, OracleState state)
    {
        if (Attachment(operation) is { } attachment)
            return [Hold.Domain(attachment.Domain), Hold.SharedResource(attachment.Resource)];
        if (Channel(operation) is { } channel)
            return [Hold.SharedDomain(channel.Initiator), Hold.SharedDomain(channel.Target)];
        return operation switch
        {
            CreateDomain o => [Hold.Domain(o.Domain.Value)],
            DestroyDomain o => HoldsOfDestruction(o, state),
            StartDomain o => [Hold.Domain(o.Domain.Value)],
            ReceiveDomain o => [Hold.Domain(o.Domain.Value)],
            PauseDomain o => [Hold.Domain(o.Domain.Value)],
            ResumeDomain o => [Hold.Domain(o.Domain.Value)],
            SaveDomain o => [Hold.Domain(o.Domain.Value)],
            StopDomain o => [Hold.Domain(o.Domain.Value)],
            RelabelDomain o => [Hold.Domain(o.Domain.Value)],
            SnapshotDomain o => [Hold.Domain(o.Domain.Value)],
            DumpDomain o => [Hold.Domain(o.Domain.Value), Hold.SharedResource(o.Volume.Value)],
            CreateResource { ResourceKind: ResourceKind.Vtpm } o => [Hold.Resource(o.Resource.Value), Hold.SharedDomain(o.BoundTo.Value)],
            CreateResource o => [Hold.Resource(o.Resource.Value)],
            ReleaseResource o => [Hold.Resource(o.Resource.Value)],
            RelabelResource o => [Hold.Resource(o.Resource.Value)],
            DetachResource o => [Hold.Domain(o.Domain.Value), Hold.SharedResource(o.Resource.Value)],
            ForwardFrame o => [Hold.SharedDomain(o.From.Value), Hold.SharedDomain(o.To.Value), Hold.SharedResource(o.Network.Value)],
            CloseChannel o => HoldsOfClose(o, state),
            CertifySanitized o => HoldsOfCertificate(o, state),
            _ => [],
        };
    }

    private static IEnumerable<Hold> HoldsOfDestruction(DestroyDomain o, OracleState state) =>
        state.TpmOf(o.Domain.Value) is { } tpm ? [Hold.Domain(o.Domain.Value), Hold.Resource(tpm)] : [Hold.Domain(o.Domain.Value)];

    private static IEnumerable<Hold> HoldsOfClose(CloseChannel close, OracleState state)
    {
        // An update may have cut the channel since; then there is nothing left to hold.
        if (!state.CommittedChannels.TryGetValue(close.Channel.Value, out var channel))
            return [];
        return [Hold.SharedDomain(channel.Initiator), Hold.SharedDomain(channel.Target)];
    }

    private static IEnumerable<Hold> HoldsOfCertificate(CertifySanitized certify, OracleState state) => certify.Residue switch
    {
        // The domain or resource may be gone, and only the residue left.
        ResidueKind.Memory or ResidueKind.Saved when state.Domains.ContainsKey(certify.Id) => [Hold.Domain(certify.Id)],
        ResidueKind.Volume or ResidueKind.Vtpm when state.Resources.ContainsKey(certify.Id) => [Hold.Resource(certify.Id)],
        _ => [],
    };
}
