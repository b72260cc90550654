using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Certificates of sanitization, tickets, leases and boots.</summary>
internal static class EvidenceScenarios
{
    public static IEnumerable<Scenario> All =>
        [.. Sanitizing, .. Sanitized, .. Tickets, .. Leases, .. Returning, .. Returned, .. Booting, .. Booted];

    private static IEnumerable<Scenario> Sanitizing =>
    [
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.UnknownObject, "the machine never ran", host => host.Defined(1, "red")),
        Refused(Ask.Sanitize(ResidueKind.Saved, 1), Rule.UnknownObject, "only its memory is left", host => host.Stopped(1, "red")),
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.Busy, "the machine is held alone", host =>
            host.Stopped(1, "red").Hold(Ask.Start(1))),
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.Busy, "the machine is shared", host =>
            host.Stopped(1, "red").Hold(Ask.Vtpm(8, 1))),
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.InUse, "the machine runs", host => host.Running(1, "red")),
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.InUse, "the machine is paused", host => host.Paused(1, "red")),
        Refused(Ask.Sanitize(ResidueKind.Saved, 1), Rule.InUse, "the machine is saved", host => host.Saved(1, "red")),
        Refused(Ask.Sanitize(ResidueKind.Volume, 8), Rule.Busy, "the volume is being attached", host => Left(host).Hold(Ask.Write(1, 8))),
        Refused(Ask.Sanitize(ResidueKind.Volume, 8), Rule.Busy, "the volume is being given up", host => Left(host).Hold(Ask.Release(8))),
        Refused(Ask.Sanitize(ResidueKind.Volume, 8), Rule.InUse, "the volume is attached to what runs", host =>
            Left(host).Do(Ask.Write(1, 8), Ask.Start(1))),
        Refused(Ask.Sanitize(ResidueKind.Vtpm, 8), Rule.InUse, "the TPM is attached to what runs", host =>
            host.Running(1, "red").Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8))),
        Refused(Ask.Sanitize(ResidueKind.Snapshot, 5), Rule.Busy, "it is being wiped", host =>
            host.Running(1, "red").Do(Ask.Snapshot(1, 5)).Hold(Ask.Sanitize(ResidueKind.Snapshot, 5))),
        Refused(Ask.Sanitize(ResidueKind.Memory, 1), Rule.Busy, "the machine is gone and it is being wiped", host =>
            host.Stopped(1, "red").Do(Ask.Destroy(1)).Hold(Ask.Sanitize(ResidueKind.Memory, 1))),
        Refused(Ask.Sanitize(ResidueKind.Volume, 8), Rule.Busy, "the volume is gone and it is being wiped", host =>
            Left(host).Do(Ask.Release(8)).Hold(Ask.Sanitize(ResidueKind.Volume, 8))),
    ];

    private static IEnumerable<Scenario> Sanitized =>
    [
        Allowed(Ask.Sanitize(ResidueKind.Memory, 1), "the machine is stopped", host => host.Stopped(1, "red"), host => host
            .Is(state => state.Residues.IsEmpty && host[1].Hold.IsFree)),
        Allowed(Ask.Sanitize(ResidueKind.Memory, 1), "the machine is saved", host => host.Saved(1, "red"), host => host
            .Is(state => state.Residues.Keys.Single().Kind == ResidueKind.Saved).Do(Ask.Resume(1))),
        Allowed(Ask.Sanitize(ResidueKind.Saved, 1), "the machine was resumed", host => host.Saved(1, "red").Do(Ask.Resume(1)), host => host
            .Is(state => state.Residues.Keys.Single().Kind == ResidueKind.Memory)),
        Allowed(Ask.Sanitize(ResidueKind.Saved, 1), "the machine was resumed and stopped", host =>
            host.Saved(1, "red").Do(Ask.Resume(1), Ask.Stop(1))),
        Allowed(Ask.Sanitize(ResidueKind.Saved, 1), "the machine is gone", host => host.Saved(1, "red").Do(Ask.Destroy(1))),
        Allowed(Ask.Sanitize(ResidueKind.Snapshot, 1), "a machine of that number is held", host =>
            host.Running(1, "red").Do(Ask.Snapshot(1, 1)).Hold(Ask.Stop(1))),
        Allowed(Ask.Sanitize(ResidueKind.Volume, 8), "it is attached to nothing", host => Left(host), host => host
            .Is(state => state.Residues.IsEmpty && state.Resources[Ask.R(8)].Hold.IsFree)),
        Allowed(Ask.Sanitize(ResidueKind.Volume, 8), "it is gone and a machine of that number runs", host =>
            Left(host).Do(Ask.Release(8)).Running(8, "red")),
        Allowed(Ask.Sanitize(ResidueKind.Memory, 8), "the machine is gone and a volume of that number is in use", host => host
            .Stopped(8, "red").Do(Ask.Destroy(8)).Running(1, "red").Volume(8, "red").Do(Ask.Write(1, 8))),
        Allowed(Ask.Sanitize(ResidueKind.Memory, 8), "the machine is gone and a volume of that number is held", host => host
            .Stopped(8, "red").Do(Ask.Destroy(8)).Volume(8, "red").Hold(Ask.Release(8))),
        Allowed(Ask.Sanitize(ResidueKind.Snapshot, 5), "another is being wiped", host =>
            host.Running(1, "red").Do(Ask.Snapshot(1, 5), Ask.Snapshot(1, 6)).Hold(Ask.Sanitize(ResidueKind.Snapshot, 6))),
        Allowed(Ask.Sanitize(ResidueKind.Snapshot, 5), "something else of that number is being wiped", host => host
            .Stopped(5, "red").Do(Ask.Destroy(5)).Running(1, "red").Do(Ask.Snapshot(1, 5)).Hold(Ask.Sanitize(ResidueKind.Memory, 5))),
        Story(OperationKind.CertifySanitized, Rule.Busy, "until commit what it is about is held", host =>
        {
            var permit = host.Stopped(1, "red").Prepare(Ask.Sanitize(ResidueKind.Memory, 1));
            host.Refuses(Ask.Start(1), Rule.Busy).Is(state => state.Residues.Count == 1).Rollback(permit).Do(Ask.Start(1));
        }),
        Story(OperationKind.CertifySanitized, Rule.Busy, "until commit the volume it is about is held", host =>
        {
            var permit = Left(host).Prepare(Ask.Sanitize(ResidueKind.Volume, 8));
            host.Refuses(Ask.Write(1, 8), Rule.Busy).Commit(permit).Do(Ask.Write(1, 8));
        }),
    ];

    private static IEnumerable<Scenario> Tickets =>
    [
        Refused(Ask.Ticket("h1"), Rule.Ticket, "it is for another host", host => host.On("vouched", Town.Policy)),
        Refused(Ask.Ticket(boot: 1), Rule.Ticket, "it is for a later boot", host => host.On("vouched", Town.Policy)),
        Refused(Ask.Ticket(), Rule.Ticket, "it is for a former boot", host => host.On("vouched", Town.Policy).Do(Ask.Boot(1))),
        Refused(Ask.Ticket(expires: Town.Now), Rule.Ticket, "it has expired", host => host.On("vouched", Town.Policy)),
        Refused(Ask.Ticket(signer: "placer"), Rule.Signer, "a placer signed it", host => host.On("vouched", Town.Policy)),
        Refused(Ask.Ticket(signer: "nobody", expires: 0), Rule.Ticket, "it has expired and nobody signed it", host =>
            host.On("vouched", Town.Policy)),
        Refused(Ask.Ticket("h1"), Rule.Limit, "there are as many as there may be with those that are on their way", host => host
            .From(state => FullState.Tickets(state, MonitorLimits.Tickets - 1)).Hold(Ask.Ticket("h1", policy: TestKeys.Image("a")))),
        Allowed(Ask.Ticket("h1"), "one that was on its way has not come", host =>
        {
            host.From(state => FullState.Tickets(state, MonitorLimits.Tickets - 1));
            host.Rollback(host.Prepare(Ask.Ticket("h1", policy: TestKeys.Image("a"))));
        }),
        Refused(Ask.Ticket("h1"), Rule.Limit, "there are as many as there may be", host => host.From(state =>
            FullState.Tickets(state, MonitorLimits.Tickets))),
        Allowed(Ask.Ticket("h1"), "there are nearly as many as there may be", host => host.From(state =>
            FullState.Tickets(state, MonitorLimits.Tickets - 1)),
            host => host.Is(state => state.Tickets.Length == MonitorLimits.Tickets)),
        Allowed(Ask.Ticket("h1", expires: 2000), "there are as many as there may be, but one is for this policy", host =>
            host.Do(Ask.Ticket("h1")).From(state =>
                state with { Tickets = [.. FullState.Tickets(state, MonitorLimits.Tickets - 1).Tickets, state.Tickets[0]] }),
            host => host.Is(state => state.Tickets.Length == MonitorLimits.Tickets && state.Tickets[^1].Expires == 2000)),
        Allowed(Ask.Ticket("h1", expires: 2000), "there are as many as there may be, but the first is for this policy", host => host
            .Do(Ask.Ticket("h1")).From(state =>
                state with { Tickets = [state.Tickets[0], .. FullState.Tickets(state, MonitorLimits.Tickets - 1).Tickets] }),
            host => host.Is(state => state.Tickets.Length == MonitorLimits.Tickets && state.Tickets[0].Expires == 2000)),
        Allowed(Ask.Ticket("h1", expires: Town.Now + 1), "it will soon expire", null, host => host
            .Is(state => state.Tickets.Single().Expires == Town.Now + 1)),
        Allowed(Ask.Ticket("h1", expires: 2000), "there is one that expires earlier", host => host.Do(Ask.Ticket("h1")),
            host => host.Is(state => state.Tickets.Single().Expires == 2000)),
        Allowed(Ask.Ticket("h1"), "there is one for another policy", host => host.Do(Ask.Ticket("h1", policy: default(Digest))),
            host => host.Is(state => state.Tickets.Length == 2)),
    ];

    private static IEnumerable<Scenario> Leases =>
    [
        Refused(Ask.Grant("racks", "rack-a", "r1", host: "lone"), Rule.Lease, "it is for another host"),
        Refused(Ask.Grant("racks", "rack-a", "r1", expires: Town.Now), Rule.Lease, "it has expired"),
        Refused(Ask.Grant("racks", "rack-a", "r1", signer: "verifier"), Rule.Signer, "a verifier signed it"),
        Refused(Ask.Grant("racks", "rack-a", "r1"), Rule.Busy, "the same is being given back", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Hold(Ask.Return("racks", "rack-a", "r1"))),
        Refused(Ask.Grant("racks", "rack-a", "r1"), Rule.Limit, "there are as many as there may be with those that are on their way", host => host
            .From(state => FullState.Leases(state, MonitorLimits.Leases - 1)).Hold(Ask.Grant("racks", "rack-b", "r1"))),
        Allowed(Ask.Grant("racks", "rack-a", "r1"), "one that was on its way has not come", host =>
        {
            host.From(state => FullState.Leases(state, MonitorLimits.Leases - 1));
            host.Rollback(host.Prepare(Ask.Grant("racks", "rack-b", "r1")));
        }),
        Refused(Ask.Grant("racks", "rack-a", "r1"), Rule.Limit, "there are as many as there may be", host =>
            host.From(state => FullState.Leases(state, MonitorLimits.Leases))),
        Allowed(Ask.Grant("racks", "rack-a", "r1"), "there are nearly as many as there may be", host =>
            host.From(state => FullState.Leases(state, MonitorLimits.Leases - 1))),
        Allowed(Ask.Grant("racks", "rack-a", "r1", expires: 2000), "there are as many as there may be, but it is the first of them",
            host => host
            .Do(Ask.Grant("racks", "rack-a", "r1"))
            .From(state => state with { Leases = [state.Leases[0], .. FullState.Leases(state, MonitorLimits.Leases - 1).Leases] }),
            host => host.Is(state => state.Leases.Length == MonitorLimits.Leases && state.Leases[0].Lease.Expires == 2000)),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.InUse, "the default entry says where the host stands", host => host
            .Under(Town.Policy.WithoutHost("h1").WithHost("", entry => entry with { Runs = Town.Policy.Hosts[0].Runs, Rack = "r1" }))
            .Do(Ask.Grant("racks", "rack-a", "r1")).Running(1, "rack-a")),
        Allowed(Ask.Grant("racks", "rack-a", "r1", expires: Town.Now + 1), "it will soon expire"),
        Allowed(Ask.Grant("nothing", "nothing", "r9"), "its set is unknown, for it may be of a policy to come"),
        Allowed(Ask.Grant("racks", "rack-a", "r1", expires: 2000), "there is one that expires earlier", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("racks", "rack-b", "r1")),
            host => host.Is(state => state.Leases.Length == 2 && state.Leases[0].Lease.Expires == 2000
                && state.Leases[0].Returning.IsNone)),
        Story(OperationKind.GrantLease, Rule.Unconditional,
            "a lease that is replaced while it is being given back is still being given back", host =>
        {
            var grant = host.Do(Ask.Grant("racks", "rack-a", "r1")).Prepare(Ask.Grant("racks", "rack-a", "r1", expires: 2000));
            var giveBack = host.Prepare(Ask.Return("racks", "rack-a", "r1"));
            host.Commit(grant).Is(state => state.Leases.Single().Returning == giveBack.Id && state.Leases.Single().Lease.Expires == 2000)
                .Commit(giveBack).Is(state => state.Leases.IsEmpty);
        }),
        Allowed(Ask.Grant("racks", "rack-a", "r1"), "there are others for this set, position and place", host => host.Do(
            Ask.Grant("racks", "rack-b", "r1"), Ask.Grant("zones", "rack-a", "r1"), Ask.Grant("racks", "rack-a", "r2")),
            host => host.Is(state => state.Leases.Length == 4)),
        Allowed(Ask.Grant("racks", "rack-a", "r1"), "another is being given back", host =>
            host.Do(Ask.Grant("racks", "rack-b", "r1")).Hold(Ask.Return("racks", "rack-b", "r1"))),
    ];

    private static IEnumerable<Scenario> Returning =>
    [
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.UnknownObject, "there is none"),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.UnknownObject, "there are others", host => host.Do(
            Ask.Grant("racks", "rack-b", "r1"), Ask.Grant("zones", "rack-a", "r1"), Ask.Grant("racks", "rack-a", "r2"))),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.Busy, "it is being given back", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Hold(Ask.Return("racks", "rack-a", "r1"))),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.InUse, "what needs it runs", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Running(1, "rack-a")),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.InUse, "what needs it is starting", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Defined(1, "rack-a").Hold(Ask.Start(1))),
        Refused(Ask.Return("racks", "rack-a", "r1"), Rule.InUse, "a child of its type runs", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Running(1, "shelf")),
        Refused(Ask.Return("zones", "zone-a", "z1"), Rule.InUse, "what needed it left data, in a set with a history", host =>
            host.Do(Ask.Grant("zones", "zone-a", "z1")).Stopped(1, "zone-a")),
        Refused(Ask.Return("zones", "zone-a", "z1"), Rule.InUse, "a volume is attached, in a set with a history", host => host
            .Do(Ask.Grant("zones", "zone-a", "z1")).Defined(1, "zone-a").Volume(8, "zone-a").Do(Ask.Write(1, 8))),
    ];

    private static IEnumerable<Scenario> Returned =>
    [
        Allowed(Ask.Return("racks", "rack-a", "r1"), "what needed it was stopped", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Stopped(1, "rack-a"),
            host => host.Is(state => state.Leases.IsEmpty)),
        Allowed(Ask.Return("zones", "zone-a", "z1"), "what was left is wiped", host =>
            host.Do(Ask.Grant("zones", "zone-a", "z1")).Stopped(1, "zone-a").Do(Ask.Sanitize(ResidueKind.Memory, 1))),
        Allowed(Ask.Return("racks", "rack-b", "r1"), "its rival is there", host =>
            host.Do(Ask.Grant("racks", "rack-b", "r1"), Ask.Grant("racks", "rack-a", "r1")).Running(1, "rack-a"),
            host => host.Is(state => state.Leases.Length == 1)),
        Allowed(Ask.Return("racks", "rack-a", "r2"), "it is for another rack", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r2"), Ask.Grant("racks", "rack-a", "r1")).Running(1, "rack-a")),
        Allowed(Ask.Return("rivals", "red", "r1"), "its set is of one host", host =>
            host.Do(Ask.Grant("rivals", "red", "r1")).Running(1, "red")),
        Allowed(Ask.Return("zones", "rack-a", "r1"), "its set does not have that position", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("zones", "rack-a", "r1")).Running(1, "rack-a")),
        Allowed(Ask.Return("zones", "zone-a", "z1"), "the host is not listed any more", host => host
            .Do(Ask.Grant("zones", "zone-a", "z1")).Stopped(1, "zone-a").Load(host.Content.WithoutHost("h1"))),
        Allowed(Ask.Return("racks", "rack-a", "r1"), "it has expired", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1", expires: Town.Now + 1))),
        Story(OperationKind.ReturnLease, Rule.Lease, "from prepare on it does not count", host =>
        {
            var permit = host.Do(Ask.Grant("racks", "rack-a", "r1")).Defined(1, "rack-a").Prepare(Ask.Return("racks", "rack-a", "r1"));
            host.Refuses(Ask.Start(1), Rule.Lease, "racks").Is(state => state.Leases.Single().Returning == permit.Id)
                .Rollback(permit).Is(state => state.Leases.Single().Returning.IsNone).Do(Ask.Start(1));
        }),
        Story(OperationKind.ReturnLease, Rule.UnknownObject, "others stay when it is gone", host => host
            .Do(Ask.Grant("racks", "rack-b", "r1"), Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("zones", "zone-a", "z1"),
                Ask.Return("racks", "rack-a", "r1"))
            .Refuses(Ask.Return("racks", "rack-a", "r1"), Rule.UnknownObject).Is(state => state.Leases.Length == 2)),
    ];

    private static IEnumerable<Scenario> Booting =>
    [
        Refused(Ask.Boot(0), Rule.Serial, "the counter is the present one"),
        Refused(Ask.Boot(4), Rule.Serial, "the counter is a former one", host => host.Do(Ask.Boot(5))),
        Refused(Ask.Boot(1), Rule.Busy, "a permit is outstanding", host => host.Hold(Ask.Create(1, "red"))),
        Refused(Ask.Boot(0), Rule.Serial, "a permit is outstanding too", host => host.Hold(Ask.Create(1, "red"))),
    ];

    private static IEnumerable<Scenario> Booted =>
    [
        Allowed(Ask.Boot(7), "there is no policy", host => host.On("h1", null), host => host.Is(state => state.Boot == 7)),
        Allowed(Ask.Boot(1), "machines live", host =>
            host.Running(1, "red").Paused(2, "red").Saved(3, "red").Running(4, "red").Volume(8, "red")
            .Do(Ask.Write(1, 8), Ask.Connect(5, 1, 4), Ask.Ticket("h1"), Ask.Grant("racks", "rack-a", "r1")), host => host
            .Is(_ => host[1].Phase == Phase.Defined && host[2].Phase == Phase.Defined && host[3].Phase == Phase.Saved)
            .Is(state => state.Channels.IsEmpty && state.Tickets.IsEmpty && state.Leases.Length == 1 && state.Boot == 1)
            .Is(state => host[1].Attachments.Length == 1 && state.Residues.Count == 6)
            .Defined(6, "blue").Do(Ask.Start(6))),
        Story(OperationKind.BootHost, Rule.Updating, "from prepare on nothing else begins, and until commit all lives", host =>
        {
            var permit = host.Running(1, "red").Prepare(Ask.Boot(1));
            host.Is(state => host[1].Phase == Phase.Running && state.Boot == 0).Refuses(Ask.Stop(1), Rule.Updating)
                .Commit(permit).Is(state => host[1].Phase == Phase.Defined && !state.IsUpdating).Do(Ask.Start(1));
        }),
        Story(OperationKind.BootHost, Rule.History, "what was left counts after it", host =>
            host.Running(1, "north").Do(Ask.Boot(1)).Defined(2, "south").Refuses(Ask.Start(2), Rule.History, "poles")),
    ];

    /// <summary>Volume 8 with data on it, attached to nothing.</summary>
    private static ScenarioHost Left(ScenarioHost host) => host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Detach(1, 8));
}
