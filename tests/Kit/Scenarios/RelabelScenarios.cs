using System.Collections.Generic;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Policies;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Relabelling, snapshots and dumps of domains.</summary>
internal static class RelabelScenarios
{
    public static IEnumerable<Scenario> All => [.. Relabelling, .. Relabelled, .. Snapshots, .. Dumping, .. Dumped];

    private static IEnumerable<Scenario> Relabelling =>
    [
        Refused(Ask.Relabel(1, "nothing"), Rule.UnknownLabel, "there is no such label", host => host.Defined(1, "red")),
        Refused(Ask.Relabel(1, null), Rule.Unlabelled, "the policy denies what has no label", host => host.Defined(1, "red")),
        Refused(Ask.Relabel(1, "green", "red"), Rule.SpecKey, "the key is that of its former label", host => host.Defined(1, "red")),
        Refused(Ask.Relabel(1, "green"), Rule.HostUnknown, "the host has no entry", host =>
            host.On("nowhere", Town.Policy).Defined(1, "red")),
        Refused(Ask.Relabel(1, null), Rule.HostUnknown, "it loses its label and the host has no entry", host =>
            host.On("nowhere", Town.Quarantined).Defined(1, "red")),
        Refused(Ask.Relabel(1, "foreign"), Rule.Host, "the host may not run it", host => host.Defined(1, "red")),
        Refused(Ask.Relabel(1, "white-and-foreign"), Rule.Host, "the host may not run one of its types", host => host.Defined(1, "red")),
        Refused(Ask.Relabel(1, "blue"), Rule.Conflicts, "a rival of the new label runs", host =>
            host.Running(2, "red").Defined(1, "red"), "rivals"),
        Refused(Ask.Relabel(1, "north"), Rule.History, "a rival of the new label left data", host =>
            host.Stopped(2, "south").Defined(1, "red"), "poles"),
        Refused(Ask.Relabel(1, "north"), Rule.History, "it left data of a rival itself", host => host.Stopped(1, "south"), "poles"),
        Refused(Ask.Relabel(1, "foreign", "red"), Rule.SpecKey, "the key is wrong, before the host is looked at", host =>
            host.Defined(1, "red")),
    ];

    private static IEnumerable<Scenario> Relabelled =>
    [
        Allowed(Ask.Relabel(1, "green"), "the key is right", host => host.Defined(1, "red").Defined(2, "green"), host => host
            .Is(_ => host[1].Label == host[2].Label && host[1].SpecKey == TestKeys.Id("green") && host[1].Hold.IsFree)),
        Allowed(Ask.Relabel(1, "green"), "it is saved, and what is saved keeps its label", host =>
            host.Saved(1, "red").Defined(2, "red"), host => host
            .Is(_ => host[1].SavedLabel == host[2].Label && host[1].Label != host[2].Label && host[1].HasSavedState)),
        Allowed(Ask.Relabel(1, null), "the policy quarantines what has no label", host => host.Under(Town.Quarantined).Defined(1, "red"),
            host => host.Is(_ => host[1].Label.IsUnlabelled)),
        Allowed(Ask.Relabel(1, "rack-a"), "leases are not asked yet", host => host.Defined(1, "red")),
        Allowed(Ask.Relabel(1, "green"), "it has attachments of its former label, which stay", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8)), host => host.Is(_ => host[1].Attachments.Length == 1)),
        Story(OperationKind.RelabelDomain, Rule.Unconditional, "its label is the former one until commit", host =>
        {
            var permit = host.Defined(1, "red").Defined(2, "red").Prepare(Ask.Relabel(1, "green"));
            host.Is(_ => host[1].Label == host[2].Label).Refuses(Ask.Start(1), Rule.Busy).Commit(permit)
                .Is(_ => host[1].Label != host[2].Label).Do(Ask.Start(1));
        }),
    ];

    private static IEnumerable<Scenario> Snapshots =>
    [
        Refused(Ask.Snapshot(1, 5), Rule.Limit, "as much is left as may be", host => host.Running(1, "red").From(state =>
            FullState.Residues(state))),
        Decided(Ask.Snapshot(1, 5), Rule.Unconditional, "nearly as much is left as may be", host => host.Running(1, "red").From(state =>
            FullState.Residues(state, 1))),
        Refused(Ask.Snapshot(1, 5), Rule.Exists, "there is one of that id", host => host.Running(1, "red").Do(Ask.Snapshot(1, 5))),
        Refused(Ask.Snapshot(1, 5), Rule.Exists, "another machine's has that id", host =>
            host.Running(1, "red").Running(2, "green").Do(Ask.Snapshot(2, 5))),
        Refused(Ask.Snapshot(1, 5), Rule.Exists, "one of that id is being taken", host =>
            host.Running(1, "red").Running(2, "green").Hold(Ask.Snapshot(2, 5))),
        Allowed(Ask.Snapshot(1, 5), "one of another id is being taken", host =>
            host.Running(1, "red").Running(2, "green").Hold(Ask.Snapshot(2, 6))),
        Allowed(Ask.Snapshot(1, 5), "something else with that id is under way", host =>
            host.Running(1, "red").Defined(5, "green").Hold(Ask.Start(5))),
        Allowed(Ask.Snapshot(1, 5), "the former one of that id was wiped", host =>
            host.Running(1, "red").Do(Ask.Snapshot(1, 5), Ask.Sanitize(ResidueKind.Snapshot, 5))),
        Allowed(Ask.Snapshot(1, 2), "it has two types", host => host.Running(1, "green-and-blue"), host => host
            .Is(state => host[1].Phase == Phase.Running && state.Residues[new ResidueId(ResidueKind.Snapshot, 2)].Types.Length == 2)),
    ];

    private static IEnumerable<Scenario> Dumping =>
    [
        Refused(Ask.Dump(1, 8), Rule.UnknownObject, "there is no such machine", host => host.Volume(8, "red")),
        Refused(Ask.Dump(1, 8), Rule.UnknownObject, "there is no such volume", host => host.Running(1, "red")),
        Refused(Ask.Dump(1, 8), Rule.Kind, "it is no volume", host => host.Running(1, "red").Network(8, "red")),
        Refused(Ask.Dump(1, 8), Rule.Busy, "the machine is held alone", host => host.Running(1, "red").Volume(8, "red").Hold(Ask.Pause(1))),
        Refused(Ask.Dump(1, 8), Rule.Busy, "the machine is shared", host => host.Running(1, "red").Volume(8, "red").Hold(Ask.Vtpm(9, 1))),
        Refused(Ask.Dump(1, 8), Rule.Busy, "the volume is held alone", host =>
            host.Running(1, "red").Volume(8, "red").Hold(Ask.RelabelResource(8, "red"))),
        Refused(Ask.Dump(1, 8), Rule.Phase, "the machine does not run", host => host.Defined(1, "red").Volume(8, "red")),
        Refused(Ask.Dump(1, 8), Rule.Phase, "the machine is saved", host => host.Saved(1, "red").Volume(8, "red")),
        Refused(Ask.Dump(1, 8), Rule.Sharing, "the volume is another's", host => host.Running(1, "red").Volume(8, "blue")),
        Refused(Ask.Dump(1, 8), Rule.Sharing, "there is a channel to read only", host => host.Running(1, "green").Volume(8, "white")),
        Refused(Ask.Dump(1, 8), Rule.Secrecy, "the volume is more public", host => host.Running(1, "vault-secret").Volume(8, "vault")),
        Refused(Ask.Dump(1, 8), Rule.Integrity, "the volume is more trustworthy", host =>
            host.Running(1, "vault").Volume(8, "vault-trusted")),
        Refused(Ask.Dump(1, 8), Rule.Quarantine, "the volume has no label", host =>
            host.Under(Town.Quarantined).Running(1, "red").Volume(8, null)),
        Refused(Ask.Dump(1, 8), Rule.Quarantine, "the machine has no label", host =>
            host.Under(Town.Quarantined).Running(1, null).Volume(8, "red")),
        Refused(Ask.Dump(1, 8), Rule.Unlabelled, "the volume has no label and the policy has come to deny that", host =>
            host.Under(Town.Quarantined).Running(1, "red").Volume(8, null).Load(Town.Policy)),
    ];

    private static IEnumerable<Scenario> Dumped =>
    [
        Granted(Ask.Dump(1, 8), Rule.SharingGranted, "the volume is its own", host => host.Running(1, "red").Volume(8, "red"), host => host
            .Is(state => host[1].Hold.IsFree && state.Resources[Ask.R(8)].Hold.IsFree
                && state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, 8)))),
        Granted(Ask.Dump(1, 8), Rule.SharingGranted, "it is paused and shares a type", host =>
            host.Paused(1, "green-and-blue").Volume(8, "blue"), host => host
            .Is(state => state.Residues[new ResidueId(ResidueKind.Volume, 8)].Types.Length == 2)),
        Story(OperationKind.CertifySanitized, Rule.History, "what has come to hold more types holds none of them afterwards", host => host
            .Stopped(1, "north").Do(Ask.Relabel(1, "red-and-north"), Ask.Start(1), Ask.Stop(1)).Defined(2, "south")
            .Refuses(Ask.Start(2), Rule.History, "poles").Do(Ask.Sanitize(ResidueKind.Memory, 1), Ask.Start(2))),
        Story(OperationKind.DumpDomain, Rule.History, "all types of the machine are on the volume afterwards", host => host
            .Under(Town.Policy.WithLabel("pair", "white", "north")).Running(1, "pair").Volume(8, "white").Do(Ask.Dump(1, 8), Ask.Stop(1))
            .Do(Ask.Sanitize(ResidueKind.Memory, 1)).Defined(2, "south").Refuses(Ask.Start(2), Rule.History, "poles")
            .Do(Ask.Sanitize(ResidueKind.Volume, 8), Ask.Start(2))),
        Granted(Ask.Dump(1, 8), Rule.SharingGranted, "the volume is more secret, and it only writes", host =>
            host.Running(1, "vault").Volume(8, "vault-secret")),
        Granted(Ask.Dump(1, 8), Rule.SharingGranted, "the volume is being attached elsewhere", host =>
            host.Running(1, "red").Running(2, "red").Volume(8, "red").Hold(Ask.Write(2, 8))),
        Story(OperationKind.DumpDomain, Rule.Busy, "until commit the volume can be shared, but not relabelled", host =>
        {
            var permit = host.Running(1, "red").Running(2, "red").Volume(8, "red", shareable: true).Prepare(Ask.Dump(1, 8));
            host.Refuses(Ask.RelabelResource(8, "green"), Rule.Busy).Refuses(Ask.Pause(1), Rule.Busy).Do(Ask.Dump(2, 8))
                .Commit(permit).Refuses(Ask.RelabelResource(8, "green"), Rule.Residue);
        }),
    ];
}
