using System;
using System.Collections.Generic;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// Admission (docs/SEMANTICS.md section 3): what Start and Receive ask of a defined domain and Resume of a saved one, in the same
/// words. Domain 1 is made ready for that, and then something happens.
/// </summary>
internal static class AdmissionScenarios
{
    /// <summary>Brings domain 1 to the point of being started or resumed, after operations that it must not be saved for.</summary>
    private delegate ScenarioHost Ready(ScenarioHost host, string? label, params Operation[] before);

    public static IEnumerable<Scenario> All =>
    [
        .. Of(now => Ask.Start(1, now), (host, label, before) => host.Defined(1, label).Do(before)),
        .. Of(now => Ask.Receive(1, now), (host, label, before) => host.Defined(1, label).Do(before)),
        .. Of(now => Ask.Resume(1, now), (host, label, before) => host.Running(1, label).Do(before).Do(Ask.Save(1))),
    ];

    private static IEnumerable<Scenario> Of(Func<ulong, Operation> ask, Ready ready)
    {
        var operation = ask(Town.Now);
        return
        [
            .. OfPolicy(operation, ready), .. OfRunningWall(operation, ready), .. OfTime(ask, ready), .. OfAttachments(operation, ready),
                .. OfReach(operation, ready),
        ];
    }

    private static IEnumerable<Scenario> OfPolicy(Operation operation, Ready ready) =>
    [
        Refused(operation, Rule.SpecKey, "its key was taken off the list", host =>
            ready(host, "red").Load(host.Content.WithoutSpecKeys("red"))),
        Refused(operation, Rule.SpecKey, "its key and its image were taken off the list", host =>
            ready(host, "red").Load(host.Content.WithoutSpecKeys("red").Listing())),
        Refused(operation, Rule.Unlabelled, "it has no label and the policy has come to deny that", host =>
            ready(host.Under(Town.Quarantined), null).Load(Town.Policy)),
        Refused(operation, Rule.Image, "its image was taken off the list", host => ready(host, "red").Load(host.Content.Listing("other"))),
        Refused(operation, Rule.HostUnknown, "its image is listed, but the host no more", host =>
            ready(host, "red").Load(host.Content.WithoutHost("h1"))),
        Refused(operation, Rule.HostUnknown, "it has no label and the host is unlisted", host =>
            ready(host.Under(Town.Quarantined), null).Load(host.Content.WithoutHost("h1"))),
        Refused(operation, Rule.Host, "the host may not run it any more", host => ready(host, "red").Load(host.Content.NotRunning("red"))),
        Refused(operation, Rule.Host, "the host may not run one of its types any more", host =>
            ready(host, "green-and-blue").Load(host.Content.NotRunning("blue"))),
        Allowed(operation, "it has no label and the policy quarantines that", host => ready(host.Under(Town.Quarantined), null)),
        Allowed(operation, "the host has the default entry", host =>
            ready(host, "red").Load(host.Content.WithoutHost("h1").WithHost("", entry => entry))),
        Allowed(operation, "the host has an entry of its own besides the default one", host =>
            ready(host, "red").Load(host.Content.WithHost("", entry => entry with { Runs = [] }))),
    ];

    private static IEnumerable<Scenario> OfRunningWall(Operation operation, Ready ready) =>
    [
        Refused(operation, Rule.Conflicts, "a rival runs", host => ready(host, "red").Running(2, "blue"), "rivals"),
        Refused(operation, Rule.Conflicts, "a rival is paused", host => ready(host, "red").Paused(2, "blue"), "rivals"),
        Refused(operation, Rule.Conflicts, "a rival is starting", host =>
            ready(host, "red").Defined(2, "blue").Hold(Ask.Start(2)), "rivals"),
        Refused(operation, Rule.Conflicts, "a rival is being resumed", host =>
            ready(host.Saved(2, "blue"), "red").Hold(Ask.Resume(2)), "rivals"),
        Refused(operation, Rule.Conflicts, "a rival is being stopped", host =>
            ready(host, "red").Running(2, "blue").Hold(Ask.Stop(2)), "rivals"),
        Refused(operation, Rule.Conflicts, "a rival has another type too", host =>
            ready(host, "red").Running(2, "green-and-blue"), "rivals"),
        Refused(operation, Rule.Conflicts, "one of its own types has a rival", host =>
            ready(host, "green-and-blue").Running(2, "red"), "rivals"),
        Refused(operation, Rule.Conflicts, "its parent has a rival", host => ready(host, "crimson").Running(2, "blue"), "rivals"),
        Refused(operation, Rule.Conflicts, "a child of a rival runs", host => ready(host, "blue").Running(2, "crimson"), "rivals"),
        Allowed(operation, "the same type runs", host => ready(host, "red").Running(2, "red")),
        Allowed(operation, "a child of its type runs", host => ready(host, "red").Running(2, "crimson")),
        Allowed(operation, "the parent of its type runs", host => ready(host, "crimson").Running(2, "red")),
        Allowed(operation, "a rival was stopped", host => ready(host.Stopped(2, "blue"), "red")),
        Allowed(operation, "a rival was saved", host => ready(host.Saved(2, "blue"), "red")),
        Allowed(operation, "of two rivals both were stopped", host => ready(host, "red").Stopped(2, "blue").Stopped(3, "blue")),
        Refused(operation, Rule.Conflicts, "of two rivals one was stopped", host =>
            ready(host, "red").Stopped(2, "blue").Running(3, "blue"), "rivals"),
        Allowed(operation, "the start of a rival was rolled back", host =>
        {
            ready(host, "red").Defined(2, "blue");
            host.Rollback(host.Prepare(Ask.Start(2)));
        }),
        Allowed(operation, "its label is in no conflict set", host => ready(host, "white").Running(2, "red").Running(3, "north")),
        Allowed(operation, "a volume of a rival is attached, for only running counts", host =>
            ready(host, "red").Volume(8, "blue").Defined(2, "blue").Do(Ask.Write(2, 8))),
    ];

    private static IEnumerable<Scenario> OfTime(Func<ulong, Operation> ask, Ready ready) =>
    [
        Refused(ask(Town.Now), Rule.Lease, "the lease for its rack was given back", host =>
            ready(host.Do(Ask.Grant("racks", "rack-a", "r1")), "rack-a").Do(Ask.Return("racks", "rack-a", "r1")), "racks"),
        Refused(ask(Town.Now), Rule.Lease, "the lease for its rack is being given back", host =>
            ready(host.Do(Ask.Grant("racks", "rack-a", "r1")), "rack-a").Hold(Ask.Return("racks", "rack-a", "r1")), "racks"),
        Refused(ask(Town.Expiry), Rule.Lease, "the lease for its rack has expired", host =>
            ready(host.Do(Ask.Grant("racks", "rack-a", "r1")), "rack-a"), "racks"),
        Refused(ask(Town.Expiry), Rule.Lease, "the lease for its zone has expired", host =>
            ready(host.Do(Ask.Grant("zones", "zone-a", "z1")), "zone-a"), "zones"),
        Allowed(ask(Town.Expiry - 1), "the leases for its rack and zone will soon expire", host =>
            ready(host.Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("zones", "zone-a", "z1")), "rack-and-zone")),
        Allowed(ask(Town.Now), "the lease for its rack was to be given back, but was not", host =>
        {
            ready(host.Do(Ask.Grant("racks", "rack-a", "r1")), "rack-a");
            host.Rollback(host.Prepare(Ask.Return("racks", "rack-a", "r1")));
        }),
        Refused(ask(Town.Expiry), Rule.Ticket, "the ticket has expired", host =>
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red")),
        Refused(ask(Town.Now), Rule.Ticket, "the ticket is for the former policy", host =>
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red").Load(Town.Policy)),
        Refused(ask(Town.Now), Rule.Ticket, "a new boot has begun", host =>
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red").Do(Ask.Boot(1))),
        Allowed(ask(Town.Expiry - 1), "the ticket will soon expire", host =>
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red")),
        Allowed(ask(Town.Now), "the ticket is of the new boot", host =>
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red").Do(Ask.Boot(1), Ask.Ticket(boot: 1))),
        Allowed(ask(Town.Now), "the ticket came before the policy", host =>
        {
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red");
            var update = host.Update(Town.Policy);
            host.Do(Ask.Ticket(policy: update.Image.Digest), update);
        }),
        Refused(ask(Town.Now), Rule.Conflicts, "a rival runs and the ticket is for the former policy", host =>
        {
            ready(host.On("vouched", Town.Policy).Do(Ask.Ticket()), "red").Running(2, "blue").Load(Town.Policy);
        }),
    ];

    private static IEnumerable<Scenario> OfAttachments(Operation operation, Ready ready) =>
    [
        Refused(operation, Rule.Busy, "its volume is being relabelled", host =>
            ready(host.Volume(8, "red"), "red", Ask.Write(1, 8)).Do(Ask.Sanitize(ResidueKind.Volume, 8))
                .Hold(Ask.RelabelResource(8, "red"))),
        Refused(operation, Rule.Busy, "its volume is being wiped", host =>
            ready(host.Volume(8, "red"), "red", Ask.Write(1, 8)).Hold(Ask.Sanitize(ResidueKind.Volume, 8))),
        Refused(operation, Rule.Busy, "its TPM is being wiped", host =>
            ready(host, "red", Ask.Vtpm(8, 1), Ask.Tpm(1, 8)).Hold(Ask.Sanitize(ResidueKind.Vtpm, 8))),
        Allowed(operation, "its volume is being attached elsewhere", host =>
            ready(host.Volume(8, "red", shareable: true).Running(2, "red"), "red", Ask.Write(1, 8)).Hold(Ask.Write(2, 8))),
        Allowed(operation, "a volume that it gave back is being wiped", host =>
            ready(host.Volume(8, "red"), "red", Ask.Write(1, 8), Ask.Detach(1, 8)).Hold(Ask.Sanitize(ResidueKind.Volume, 8))),
        Allowed(operation, "volume, network, device, TPM and console fit", host =>
            ready(
                host.Volume(4, "red").Network(5, "red").Resource(ResourceKind.Device, 6, "red")
                    .Resource(ResourceKind.Console, 7, "red"), "red",
                Ask.Vtpm(8, 1), Ask.Write(1, 4), Ask.Plug(1, 5), Ask.Device(1, 6), Ask.Tpm(1, 8), Ask.Console(1, 7))),
        Refused(operation, Rule.Secrecy, "of two volumes that do not fit the one with the lower id is too secret", host =>
            ready(host.Volume(8, "vault").Volume(9, "vault"), "vault", Ask.Write(1, 9), Ask.Write(1, 8))
                .Relabelled(9, "green").Relabelled(8, "vault-secret")),
        Refused(operation, Rule.Sharing, "the second of two volumes does not fit", host =>
            ready(host.Volume(8, "red").Volume(9, "red"), "red", Ask.Write(1, 8), Ask.Write(1, 9)).Relabelled(9, "green")),
    ];

    private static IEnumerable<Scenario> OfReach(Operation operation, Ready ready) =>
    [
        Refused(operation, Rule.Sharing, "its volume has become another's", host =>
            ready(host.Volume(8, "red"), "red", Ask.Write(1, 8)).Relabelled(8, "green")),
        Refused(operation, Rule.Sharing, "its network has become another's", host =>
            ready(host.Network(8, "red"), "red", Ask.Plug(1, 8)).Do(Ask.RelabelResource(8, "green"))),
        Refused(operation, Rule.Secrecy, "its volume has become too secret", host =>
            ready(host.Volume(8, "vault"), "vault", Ask.Read(1, 8)).Relabelled(8, "vault-secret")),
        Refused(operation, Rule.Secrecy, "its volume has become too public", host =>
            ready(host.Volume(8, "vault-secret"), "vault-secret", Ask.Write(1, 8)).Relabelled(8, "vault")),
        Allowed(operation, "its volume has become more public and it only reads", host =>
            ready(host.Volume(8, "vault-secret"), "vault-secret", Ask.Read(1, 8)).Relabelled(8, "vault")),
        Refused(operation, Rule.Integrity, "its volume has become untrustworthy", host =>
            ready(host.Volume(8, "vault-trusted"), "vault-trusted", Ask.Read(1, 8)).Relabelled(8, "vault")),
        Refused(operation, Rule.Initiator, "its volume has become one that reads it", host =>
            ready(host.Volume(8, "white"), "white", Ask.Read(1, 8)).Relabelled(8, "green")),
        Allowed(operation, "its volume has become one that a channel lets it read", host =>
            ready(host.Volume(8, "green"), "green", Ask.Read(1, 8)).Relabelled(8, "white")),
        Refused(operation, Rule.Quarantine, "its volume has no label any more", host =>
            ready(host.Under(Town.Quarantined).Volume(8, "red"), "red", Ask.Read(1, 8)).Relabelled(8, null)),
        Refused(operation, Rule.Unlabelled, "its volume has no label and the policy has come to deny that", host =>
            ready(host.Under(Town.Quarantined).Volume(8, "red"), "red", Ask.Read(1, 8)).Relabelled(8, null).Load(Town.Policy)),
    ];
}
