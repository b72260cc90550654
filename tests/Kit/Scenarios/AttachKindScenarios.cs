using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// Attaching, in what differs between kinds of resources: exclusiveness, and the decision about the labels. Domain 1 asks for resource
/// 8.
/// </summary>
internal static class AttachKindScenarios
{
    public static IEnumerable<Scenario> All =>
    [
        .. Exclusive, .. Shared, .. Volumes(Ask.Read(1, 8)), .. Volumes(Ask.Write(1, 8)), .. Channels, .. Networks,
        .. Both(ResourceKind.Device, Ask.Device(1, 8)), .. Both(ResourceKind.Console, Ask.Console(1, 8)), .. Vtpms,
    ];

    private static IEnumerable<Scenario> Exclusive =>
    [
        Refused(Ask.Device(1, 8), Rule.Exclusive, "another machine has it", host =>
            host.Defined(1, "red").Defined(2, "red").Resource(ResourceKind.Device, 8, "red").Do(Ask.Device(2, 8))),
        Refused(Ask.Console(1, 8), Rule.Exclusive, "another machine has it", host =>
            host.Defined(1, "red").Defined(2, "red").Resource(ResourceKind.Console, 8, "red").Do(Ask.Console(2, 8))),
        Refused(Ask.Device(1, 8), Rule.Exclusive, "another machine is about to have it", host =>
            host.Defined(1, "red").Defined(2, "red").Resource(ResourceKind.Device, 8, "red").Hold(Ask.Device(2, 8))),
        Refused(Ask.Device(1, 8), Rule.Exclusive, "another machine has it, before labels are looked at", host =>
            host.Defined(1, "green").Defined(2, "red").Resource(ResourceKind.Device, 8, "red").Do(Ask.Device(2, 8))),
        Refused(Ask.Write(1, 8), Rule.Exclusive, "another machine writes it", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Write(2, 8))),
        Refused(Ask.Write(1, 8), Rule.Exclusive, "another machine reads it", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Read(2, 8))),
        Refused(Ask.Read(1, 8), Rule.Exclusive, "another machine writes what it wants to read", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Write(2, 8))),
        Refused(Ask.Read(1, 8), Rule.Exclusive, "another machine is about to write it", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Hold(Ask.Write(2, 8))),
    ];

    private static IEnumerable<Scenario> Shared =>
    [
        Granted(Ask.Read(1, 8), Rule.SharingGranted, "two others read it", host =>
            host.Defined(1, "red").Defined(2, "red").Defined(3, "red").Volume(8, "red").Do(Ask.Read(2, 8), Ask.Read(3, 8))),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "it is shareable and another writes it", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red", shareable: true).Do(Ask.Write(2, 8))),
        Granted(Ask.Plug(1, 8), Rule.SharingGranted, "another is plugged in", host =>
            host.Defined(1, "red").Defined(2, "red").Network(8, "red").Do(Ask.Plug(2, 8))),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "another gave it back", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Write(2, 8), Ask.Detach(2, 8))),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "another was about to have it, but does not", host =>
        {
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red");
            host.Rollback(host.Prepare(Ask.Write(2, 8)));
        }),
    ];

    private static IEnumerable<Scenario> Volumes(AttachVolume operation)
    {
        var how = operation.Writable ? "to write" : "to read";
        return
        [
            Refused(operation, Rule.Sharing, $"it is another's, {how}", host => host.Defined(1, "red").Volume(8, "green")),
            Refused(operation, Rule.Secrecy, $"it is more secret, {how}", host => host.Defined(1, "vault").Volume(8, "vault-secret")),
            Refused(operation, Rule.Integrity, $"it is less trustworthy, {how}", host =>
                host.Defined(1, "vault-trusted").Volume(8, "vault")),
            Refused(operation, Rule.Quarantine, $"it has no label, {how}", host =>
                host.Under(Town.Quarantined).Defined(1, "red").Volume(8, null)),
            Refused(operation, Rule.Quarantine, $"the machine has no label, {how}", host =>
                host.Under(Town.Quarantined).Defined(1, null).Volume(8, "red")),
            Refused(operation, Rule.Quarantine, $"neither has a label, {how}", host =>
                host.Under(Town.Quarantined).Defined(1, null).Volume(8, null)),
            Refused(operation, Rule.Unlabelled, $"it has no label and the policy has come to deny that, {how}", host =>
                host.Under(Town.Quarantined).Defined(1, "red").Volume(8, null).Load(Town.Policy)),
            Refused(operation, Rule.History, $"a rival left data, {how}", host =>
                host.Stopped(2, "south").Defined(1, "north").Volume(8, "north"), "poles"),
            Refused(operation, Rule.History, $"a rival runs, {how}", host =>
                host.Running(2, "south").Defined(1, "north").Volume(8, "north"), "poles"),
            Granted(operation, Rule.SharingGranted, $"a rival runs, in a set of running ones, {how}", host =>
                host.Running(2, "red").Defined(1, "blue").Volume(8, "blue")),
            Granted(operation, Rule.SharingGranted, $"one type of two is shared, {how}", host =>
                host.Defined(1, "green-and-blue").Volume(8, "blue")),
            Granted(operation, Rule.SharingGranted, $"the machine is a guard, {how}", host =>
                host.Defined(1, "vault-guard").Volume(8, "vault-secret")),
        ];
    }

    private static IEnumerable<Scenario> Channels =>
    [
        Granted(Ask.Read(1, 8), Rule.Channels, "a channel lets it read", host => host.Defined(1, "green").Volume(8, "white")),
        Refused(Ask.Write(1, 8), Rule.Sharing, "a channel lets it read only", host => host.Defined(1, "green").Volume(8, "white")),
        Refused(Ask.Read(1, 8), Rule.Initiator, "a channel lets the other side read", host => host.Defined(1, "white").Volume(8, "green")),
        Refused(Ask.Read(1, 8), Rule.Sharing, "there are channels, but none for volumes", host =>
            host.Defined(1, "white-secret").Volume(8, "green")),
        Refused(Ask.Write(1, 8), Rule.Lease, "its zone has no lease, and its data would stay", host =>
            host.Defined(1, "zone-a").Volume(8, "zone-a"), "zones"),
        Refused(Ask.Write(1, 8), Rule.Lease, "the host has no entry any more that says where it stands", host =>
            host.Do(Ask.Grant("zones", "zone-a", "z1")).Defined(1, "zone-a").Volume(8, "zone-a").Load(Town.Policy.WithoutHost("h1")), "zones"),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "its zone has a lease, if one that expires at once", host =>
            host.Do(Ask.Grant("zones", "zone-a", "z1", expires: Town.Now + 1)).Defined(1, "zone-a").Volume(8, "zone-a")),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "its rack has no lease, and only what runs counts there", host =>
            host.Defined(1, "rack-a").Volume(8, "rack-a")),
        Refused(Ask.Read(1, 8), Rule.History, "a channel lets it read, but a rival of the volume left data", host =>
            host.Stopped(2, "south").Defined(1, "green").Volume(8, "north"), "poles"),
        Granted(Ask.Read(1, 8), Rule.Channels, "a channel lets it read, and then the volume's type is present", host =>
            host.Defined(2, "south").Defined(1, "green").Volume(8, "north"), host => host.Refuses(Ask.Start(2), Rule.History, "poles")),
        Granted(Ask.Write(1, 8), Rule.SharingGranted, "the volume is more secret and the machine is as secret", host =>
            host.Defined(1, "vault-secret").Volume(8, "vault-secret")),
        Granted(Ask.Read(1, 8), Rule.SharingGranted, "the volume is less secret", host =>
            host.Defined(1, "vault-secret").Volume(8, "vault")),
        Refused(Ask.Write(1, 8), Rule.Secrecy, "the volume is less secret", host => host.Defined(1, "vault-secret").Volume(8, "vault")),
        Granted(Ask.Read(1, 8), Rule.SharingGranted, "the volume is more trustworthy", host =>
            host.Defined(1, "vault").Volume(8, "vault-trusted")),
        Refused(Ask.Write(1, 8), Rule.Integrity, "the volume is more trustworthy", host =>
            host.Defined(1, "vault").Volume(8, "vault-trusted")),
    ];

    private static IEnumerable<Scenario> Networks =>
    [
        Refused(Ask.Plug(1, 8, Flows.None), Rule.Kind, "the port has no direction", host => host.Defined(1, "red").Network(8, "red")),
        Refused(Ask.Plug(1, 8, (Flows)4), Rule.Kind, "the port has an unknown direction", host =>
            host.Defined(1, "red").Network(8, "red").From(state => state)),
        Refused(Ask.Plug(1, 8), Rule.Sharing, "it is another's", host => host.Defined(1, "green").Network(8, "white")),
        Refused(Ask.Plug(1, 8, Flows.In), Rule.Sharing, "a channel lets it read volumes only", host =>
            host.Defined(1, "green").Network(8, "white")),
        Refused(Ask.Plug(1, 8), Rule.Secrecy, "it is more public", host => host.Defined(1, "vault-secret").Network(8, "vault")),
        Refused(Ask.Plug(1, 8, Flows.Out), Rule.Secrecy, "it is more public and the port sends", host =>
            host.Defined(1, "vault-secret").Network(8, "vault")),
        Granted(Ask.Plug(1, 8, Flows.In), Rule.SharingGranted, "it is more public and the port receives", host =>
            host.Defined(1, "vault-secret").Network(8, "vault"), host => host.Is(_ => host[1].Attachments[0].Flows == Flows.In)),
        Granted(Ask.Plug(1, 8, Flows.Out), Rule.SharingGranted, "it is more secret and the port sends", host =>
            host.Defined(1, "vault").Network(8, "vault-secret"), host => host.Is(_ => host[1].Attachments[0].Flows == Flows.Out)),
        Refused(Ask.Plug(1, 8, Flows.In), Rule.Integrity, "it is less trustworthy and the port receives", host =>
            host.Defined(1, "vault-trusted").Network(8, "vault")),
        Refused(Ask.Plug(1, 8), Rule.Quarantine, "it has no label", host =>
            host.Under(Town.Quarantined).Defined(1, "red").Network(8, null)),
        Refused(Ask.Plug(1, 8), Rule.Unlabelled, "it has no label and the policy has come to deny that", host =>
            host.Under(Town.Quarantined).Defined(1, "red").Network(8, null).Load(Town.Policy)),
        Granted(Ask.Plug(1, 8), Rule.SharingGranted, "a rival left data, for a network keeps nothing", host =>
            host.Stopped(2, "south").Defined(1, "north").Network(8, "north"), host => host.Is(state => state.Residues.Count == 1)),
    ];

    private static IEnumerable<Scenario> Both(ResourceKind kind, Operation operation) =>
    [
        Refused(operation, Rule.Sharing, "it is another's", host => host.Defined(1, "green").Resource(kind, 8, "white")),
        Refused(operation, Rule.Secrecy, "it is more public", host => host.Defined(1, "vault-secret").Resource(kind, 8, "vault")),
        Refused(operation, Rule.Secrecy, "it is more secret", host => host.Defined(1, "vault").Resource(kind, 8, "vault-secret")),
        Refused(operation, Rule.Integrity, "it is less trustworthy", host => host.Defined(1, "vault-trusted").Resource(kind, 8, "vault")),
        Refused(operation, Rule.Quarantine, "it has no label", host =>
            host.Under(Town.Quarantined).Defined(1, "red").Resource(kind, 8, null)),
        Refused(operation, Rule.Unlabelled, "it has no label and the policy has come to deny that", host =>
            host.Under(Town.Quarantined).Defined(1, "red").Resource(kind, 8, null).Load(Town.Policy)),
        Granted(operation, Rule.SharingGranted, "a rival left data, for it keeps nothing", host =>
            host.Stopped(2, "south").Defined(1, "north").Resource(kind, 8, "north"), host => host
            .Is(state => state.Residues.Count == 1 && host[1].Attachments[0].Flows == Flows.Both)),
    ];

    private static IEnumerable<Scenario> Vtpms =>
    [
        Refused(Ask.Tpm(1, 8), Rule.Bound, "it is bound to another", host => host.Defined(1, "red").Defined(2, "red").Do(Ask.Vtpm(8, 2))),
        Refused(Ask.Tpm(1, 8), Rule.Relabelled, "the machine was relabelled", host =>
            host.Defined(1, "red").Do(Ask.Vtpm(8, 1), Ask.Relabel(1, "green"))),
        Refused(Ask.Tpm(1, 8), Rule.Bound, "it is bound to another that has another label", host =>
            host.Defined(1, "red").Defined(2, "green").Do(Ask.Vtpm(8, 2))),
        Refused(Ask.Tpm(1, 8), Rule.Lease, "its zone has no lease", host => host.Defined(1, "zone-a").Do(Ask.Vtpm(8, 1)), "zones"),
        Granted(Ask.Tpm(1, 8), Rule.SharingGranted, "its zone has a lease", host =>
            host.Do(Ask.Grant("zones", "zone-a", "z1")).Defined(1, "zone-a").Do(Ask.Vtpm(8, 1))),
        Refused(Ask.Tpm(1, 8), Rule.History, "a rival left data", host =>
            host.Stopped(2, "south").Defined(1, "north").Do(Ask.Vtpm(8, 1)), "poles"),
        Granted(Ask.Tpm(1, 8), Rule.SharingGranted, "it is its own", host => host.Defined(1, "green-and-blue").Do(Ask.Vtpm(8, 1)), host =>
            host
            .Is(state => state.Residues[new ResidueId(ResidueKind.Vtpm, 8)].Types.Length == 2)),
        Granted(Ask.Tpm(1, 8), Rule.SharingGranted, "neither has a label", host =>
            host.Under(Town.Quarantined).Defined(1, null).Do(Ask.Vtpm(8, 1)),
            host => host.Is(state => state.Residues.Values.Single().Label.IsUnlabelled)),
    ];
}
