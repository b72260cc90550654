using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// What only a domain that was never live can meet when it starts or is received: histories, and leases and tickets that it never had.
/// </summary>
internal static class EnterScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        .. Of(Ask.Start(1)), .. Of(Ask.Receive(1)), .. Effects(Ask.Start(1), Ask.Start(2)), .. Effects(Ask.Receive(1), Ask.Receive(2)),
    ];

    private static IEnumerable<Scenario> Of(Operation operation) =>
        [.. OfHistory(operation), .. OfLeases(operation), .. OfTickets(operation), .. OfAttachments(operation)];

    private static IEnumerable<Scenario> OfHistory(Operation operation)
    {
        Scenario Refused(string when, Action<ScenarioHost> given) =>
            Scenario.Refused(operation, Rule.History, when, host => given(host.Defined(1, "north")), "poles");
        return
        [
            Refused("a rival runs", host => host.Running(2, "south")),
            Refused("a rival left its memory", host => host.Stopped(2, "south")),
            Refused("a rival left its memory and is destroyed", host => host.Stopped(2, "south").Do(Ask.Destroy(2))),
            Refused("a rival is saved, its memory wiped", host => host.Saved(2, "south").Do(Ask.Sanitize(ResidueKind.Memory, 2))),
            Refused("a rival left a snapshot", host =>
                host.Running(2, "south").Do(Ask.Snapshot(2, 5), Ask.Stop(2), Ask.Sanitize(ResidueKind.Memory, 2))),
            Refused("a volume of a rival is attached to what does not run", host =>
                host.Defined(2, "south").Volume(8, "south").Do(Ask.Write(2, 8), Ask.Sanitize(ResidueKind.Volume, 8))),
            Refused("a volume of a rival is being attached", host => host.Defined(2, "south").Volume(8, "south").Hold(Ask.Write(2, 8))),
            Refused("a volume of a rival was detached, but not wiped", host =>
                host.Defined(2, "south").Volume(8, "south").Do(Ask.Write(2, 8), Ask.Detach(2, 8))),
            Refused("the TPM of a rival is attached", host =>
                host.Defined(2, "south").Do(Ask.Vtpm(8, 2), Ask.Tpm(2, 8), Ask.Sanitize(ResidueKind.Vtpm, 8))),
            Refused("the TPM of a rival is left", host =>
                host.Defined(2, "south").Do(Ask.Vtpm(8, 2), Ask.Tpm(2, 8), Ask.Detach(2, 8), Ask.Release(8))),
            Refused("a rival was dumped to a volume", host => host.Running(2, "south").Volume(8, "south")
                .Do(Ask.Dump(2, 8), Ask.Stop(2), Ask.Sanitize(ResidueKind.Memory, 2))),
            Refused("one of two rivals is wiped", host =>
                host.Stopped(2, "south").Stopped(3, "south").Do(Ask.Sanitize(ResidueKind.Memory, 2))),
            Scenario.Refused(operation, Rule.History, "a rival of the parent left data", host =>
                host.Stopped(2, "south").Defined(1, "northern"), "poles"),
            Allowed(operation, "all that a rival left is wiped", host =>
                host.Defined(1, "north").Stopped(2, "south").Do(Ask.Sanitize(ResidueKind.Memory, 2))),
            Allowed(operation, "a rival's volume exists, but was never attached", host => host.Defined(1, "north").Volume(8, "south")),
            Allowed(operation, "a device of a rival is attached, for it keeps nothing", host =>
                host.Defined(1, "north").Resource(ResourceKind.Device, 8, "south").Defined(2, "south").Do(Ask.Device(2, 8))),
            Allowed(operation, "data of a child of its type is there", host => host.Stopped(2, "northern").Defined(1, "north")),
            Story(operation.Kind, Rule.History, "of two sets that refuse, the first decides", host => TwoWalls(host, operation)),
        ];
    }

    private static IEnumerable<Scenario> OfLeases(Operation operation)
    {
        Scenario Refused(string when, string label, string about, params Operation[] before) =>
            Scenario.Refused(operation, Rule.Lease, when, host => host.Do(before).Defined(1, label), about);
        Scenario Leased(string when, string label, params Operation[] before) => Allowed(operation, when, host =>
            host.Do(before).Defined(1, label));
        return
        [
            Refused("there is none for its rack", "rack-a", "racks"),
            Refused("there is none for its zone", "zone-a", "zones"),
            Refused("there is one for its rival", "rack-a", "racks", Ask.Grant("racks", "rack-b", "r1")),
            Refused("there is one for another rack", "rack-a", "racks", Ask.Grant("racks", "rack-a", "r2")),
            Refused("there is one for a zone of that name", "rack-a", "racks", Ask.Grant("racks", "rack-a", "z1")),
            Refused("there is one for another set", "rack-a", "racks", Ask.Grant("zones", "rack-a", "r1")),
            Refused("there is one for its type, which is not its position", "shelf", "racks", Ask.Grant("racks", "shelf", "r1")),
            Refused("of rack and zone only the rack has one", "rack-and-zone", "zones", Ask.Grant("racks", "rack-a", "r1")),
            Refused("of rack and zone only the zone has one", "rack-and-zone", "racks", Ask.Grant("zones", "zone-a", "z1")),
            Refused("rack and zone have none", "rack-and-zone", First("racks", "zones")),
            Scenario.Refused(operation, Rule.Lease, "whoever signed its lease is no placer any more", host => host
                .Do(Ask.Grant("racks", "rack-a", "r1")).Defined(1, "rack-a").Load(Town.Policy.WithoutRole(KeyRole.Placer)), "racks"),
            Leased("its rack has one", "rack-a", Ask.Grant("racks", "rack-a", "r1")),
            Leased("the parent of its type has one", "shelf", Ask.Grant("racks", "rack-a", "r1")),
            Leased("its zone has one, and others are there", "zone-a",
                Ask.Grant("racks", "rack-b", "r1"), Ask.Grant("zones", "zone-b", "z1"), Ask.Grant("zones", "zone-a", "z1")),
            Leased("its rack and zone have one", "rack-and-zone", Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("zones", "zone-a", "z1")),
            Scenario.Refused(operation, Rule.Lease, "the host stands in no rack", host => host.On("lone", Town.Policy)
                .Do(Ask.Grant("racks", "rack-a", "r1", host: "lone"), Nowhere("racks", "rack-a")).Defined(1, "rack-a"), "racks"),
            Scenario.Refused(operation, Rule.Conflicts, "the lease is there, but so is the rival", host => host
                .Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("racks", "rack-b", "r1")).Running(2, "rack-b")
                    .Defined(1, "rack-a"), "racks"),
        ];
    }

    private static IEnumerable<Scenario> OfTickets(Operation operation) =>
    [
        Refused(operation, Rule.Ticket, "there is none", host => host.On("vouched", Town.Policy).Defined(1, "red")),
        Refused(operation, Rule.Ticket, "there is one for another policy", host =>
            host.On("vouched", Town.Policy).Defined(1, "red").Do(Ask.Ticket(policy: Town.Image(Town.Quarantined).Digest))),
        Refused(operation, Rule.Ticket, "whoever signed it is no verifier any more", host =>
        {
            var update = host.On("vouched", Town.Policy).Defined(1, "red").Update(Town.Policy.WithoutRole(KeyRole.Verifier));
            host.Do(Ask.Ticket(policy: update.Image.Digest), update);
        }),
        Refused(operation, Rule.Ticket, "it has no label and there is none", host => host.On("vouched", Town.Quarantined).Defined(1, null)),
        Allowed(operation, "there are tickets for this and other policies", host => host.On("vouched", Town.Policy).Defined(1, "red")
            .Do(Ask.Ticket(policy: Town.Image(Town.Quarantined).Digest), Ask.Ticket())),
    ];

    private static IEnumerable<Scenario> OfAttachments(Operation operation) =>
    [
        Refused(operation, Rule.Relabelled, "its TPM has its former label", host =>
            host.Defined(1, "red").Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8), Ask.Relabel(1, "green"))),
        Refused(operation, Rule.Sharing, "its volume has its former label", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Relabel(1, "green"))),
        Refused(operation, Rule.Sharing, "its network, device and console have its former label", host =>
            host.Defined(1, "red").Resource(ResourceKind.Device, 8, "red").Do(Ask.Device(1, 8), Ask.Relabel(1, "green"))),
        Refused(operation, Rule.Quarantine, "it has no label any more, but a volume", host =>
            host.Under(Town.Quarantined).Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Relabel(1, null))),
        Allowed(operation, "it has no label and its TPM has none", host =>
            host.Under(Town.Quarantined).Defined(1, null).Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8))),
    ];

    private static IEnumerable<Scenario> Effects(Operation first, Operation second) =>
    [
        Allowed(first, "it is ready", host => host.Defined(1, "green-and-blue"), host => host
            .Is(_ => host[1].Phase == Phase.Running && host[1].StartOrder == 1 && !host[1].HasSavedState)
            .Is(state => state.StartCount == 1 && state.Residues[new ResidueId(ResidueKind.Memory, 1)].Types.Length == 2)),
        Story(first.Kind, Rule.Unconditional, "the last that is started is the last in order", host => host
            .Defined(1, "red").Defined(2, "red").Do(second, first).Is(_ => host[2].StartOrder == 1 && host[1].StartOrder == 2)),
        Story(first.Kind, Rule.Busy, "from prepare to commit it is starting, and counts", host =>
        {
            var permit = host.Defined(1, "red").Defined(2, "blue").Prepare(first);
            host.Is(_ => host[1].Phase == Phase.Starting && host[1].IsLive)
                .Refuses(second, Rule.Conflicts, "rivals").Refuses(first, Rule.Busy).Refuses(Ask.Stop(1), Rule.Busy)
                .Rollback(permit).Is(_ => host[1].Phase == Phase.Defined).Do(second);
        }),
        Story(first.Kind, Rule.Unconditional, "from then on volume and TPM may hold its data, even if they were wiped before", host => host
            .Defined(1, "red").Volume(7, "red").Network(9, "red").Do(Ask.Vtpm(8, 1), Ask.Write(1, 7), Ask.Tpm(1, 8), Ask.Plug(1, 9))
            .Do(Ask.Sanitize(ResidueKind.Volume, 7), Ask.Sanitize(ResidueKind.Vtpm, 8)).Is(state => state.Residues.IsEmpty)
            .Do(first).Is(state => state.Residues.Count == 3)),
        Story(first.Kind, Rule.Unconditional, "data that it left before keeps all its types", host => host
            .Stopped(1, "red").Do(Ask.Relabel(1, "green"), first)
                .Is(state => state.Residues[new ResidueId(ResidueKind.Memory, 1)].Types.Length == 2)),
    ];

    private static void TwoWalls(ScenarioHost host, Operation operation)
    {
        var first = First("rivals", "poles");
        host.Running(2, "blue").Stopped(3, "south").Defined(1, "red-and-north")
            .Refuses(operation, first == "rivals" ? Rule.Conflicts : Rule.History, first);
    }

    /// <summary>The conflict set that comes first in the image.</summary>
    private static string First(params string[] sets) => sets.MinBy(set => KeyBook.Of(KeyKind.ConflictSet, set))!;

    /// <summary>A lease for no place at all.</summary>
    private static GrantLease Nowhere(string set, string position)
    {
        var lease = Ask.Grant(set, position, "r1", host: "lone");
        return lease with { Lease = lease.Lease with { Place = default } };
    }
}
