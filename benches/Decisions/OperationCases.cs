using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using static Cofferdam.Bench.Decisions.HostScene;

namespace Cofferdam.Bench.Decisions;

/// <summary>Questions about every kind of operation but LoadPolicy, which plans an update and so makes a new state.</summary>
/// <param name="scene">The host.</param>
internal sealed class OperationCases(HostScene scene)
{
    private static readonly DomainId NewDomain = new(50);
    private static readonly ResourceId NewResource = new(50);
    private static readonly ChannelId NewChannel = new(50);
    private static readonly Digest[] Images = [RealisticPolicy.Image(3), RealisticPolicy.Image(4)];

    /// <summary>All of them.</summary>
    public IReadOnlyList<OperationCase> All()
    {
        OperationCase[] cases =
        [
            .. Allowed().Select(operation => new OperationCase(scene.State, operation, true)),
            .. Refused().Select(operation => new OperationCase(scene.State, operation, false)),
            new(scene.Quiet, new BootHost(2), true),
        ];
        foreach (var wrong in cases.Where(one => one.Operation.Decide(one.State).IsAllowed != one.IsAllowed))
            throw new InvalidOperationException($"{wrong.Operation} should be {wrong.Name}: {wrong.Operation.Decide(wrong.State)}");
        var missing = Enum.GetValues<OperationKind>()
            .Except(cases.Select(one => one.Operation.Kind)).Except([OperationKind.None, OperationKind.LoadPolicy]).ToList();
        return missing.Count == 0 ? cases : throw new InvalidOperationException($"nothing is asked about {string.Join(", ", missing)}");
    }

    private IEnumerable<Operation> Allowed() =>
    [
        new CreateDomain(NewDomain, ServiceLabel, SpecKey, [.. Images]),
        new DestroyDomain(Defined),
        new StartDomain(Defined, Now),
        new ReceiveDomain(Defined, Now),
        new PauseDomain(First),
        new ResumeDomain(Paused, Now),
        new SaveDomain(First),
        new StopDomain(First),
        new RelabelDomain(Defined, OtherLabel, SpecKey),
        new SnapshotDomain(First, new SnapshotId(50)),
        new DumpDomain(First, SpareVolume),
        new CreateResource(NewResource, ResourceKind.Volume, ServiceLabel, SpecKey, false, default),
        new ReleaseResource(SpareVolume),
        new RelabelResource(SpareVolume, OtherLabel, SpecKey),
        new AttachVolume(First, SpareVolume, true),
        new AttachNetwork(First, SpareNetwork, Flows.Both),
        new AttachDevice(First, Device),
        new AttachVtpm(First, Vtpm),
        new AttachConsole(First, SpareConsole),
        new DetachResource(First, Volume),
        new OpenConnection(NewChannel, First, Joined, RealisticPolicy.ServicePort),
        new OpenWindow(NewChannel, First, Joined, Flows.Both),
        new CloseChannel(Connection),
        new ForwardFrame(First, Second, Network),
        new CertifySanitized(ResidueKind.Snapshot, Snapshot.Value),
        new PresentTicket(scene.Ticket, Now),
        new GrantLease(scene.Leases().Last(), Now),
        SomeReturn(isAllowed: true),
    ];

    private IEnumerable<Operation> Refused() =>
    [
        new CreateDomain(NewDomain, ServiceLabel, SpecKey, [Images[0], default]),
        new DestroyDomain(First),
        new StartDomain(scene.WalledOff(), Now),
        new ReceiveDomain(scene.WalledOff(), Now),
        new PauseDomain(Paused),
        new ResumeDomain(First, Now),
        new SaveDomain(Busy),
        new StopDomain(NewDomain),
        new RelabelDomain(Defined, OtherLabel, RealisticPolicy.SpecKey(1)),
        new SnapshotDomain(First, new SnapshotId(2)),
        new DumpDomain(Joined, SpareVolume),
        new CreateResource(Volume, ResourceKind.Volume, ServiceLabel, SpecKey, false, default),
        new ReleaseResource(Volume),
        new RelabelResource(Volume, OtherLabel, SpecKey),
        new AttachVolume(Joined, SpareVolume, false),
        new AttachNetwork(Joined, SpareNetwork, Flows.Both),
        new AttachDevice(Joined, Device),
        new AttachVtpm(Joined, Vtpm),
        new AttachConsole(Joined, SpareConsole),
        new DetachResource(Second, Volume),
        new OpenConnection(NewChannel, First, Joined, RealisticPolicy.ServicePort + 1),
        new OpenWindow(NewChannel, Joined, First, Flows.Both),
        new CloseChannel(NewChannel),
        new ForwardFrame(First, Joined, Network),
        new CertifySanitized(ResidueKind.Memory, First.Value),
        new PresentTicket(scene.Ticket with { Signer = SpecKey }, Now),
        new GrantLease(scene.Leases().Last() with { Signer = SpecKey }, Now),
        SomeReturn(isAllowed: false),
        new BootHost(2),
    ];

    private ReturnLease SomeReturn(bool isAllowed) => scene.Leases()
        .Select(lease => new ReturnLease(lease.Set, lease.Position, lease.Place))
        .First(operation => operation.Decide(scene.State).IsAllowed == isAllowed);
}
