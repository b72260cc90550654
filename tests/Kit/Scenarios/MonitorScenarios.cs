using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Permits and the monitor itself: what is good for one use, what an update takes back, how a monitor comes up again.</summary>
internal static class MonitorScenarios
{
    private static readonly PolicyImage.Content.PolicyContent RedAgainstGreen = Town.Policy.WithConflict("new", WallScope.Host,
        WallMode.Running, "red", "green");

    public static IEnumerable<Scenario> All => [.. Permits, .. Revoked, .. Restarts, .. Nothing];

    private static IEnumerable<Scenario> Permits =>
    [
        Story("a permit is good for one commit", host =>
        {
            var permit = host.Prepare(Ask.Create(1, "red"));
            host.Commit(permit).Throws<InvalidOperationException>(() =>
                host.Monitor.Commit(permit)).Throws<InvalidOperationException>(() => host.Monitor.Rollback(permit));
        }),
        Story("a permit is good for one rollback", host =>
        {
            var permit = host.Prepare(Ask.Create(1, "red"));
            host.Rollback(permit).Throws<InvalidOperationException>(() =>
                host.Monitor.Commit(permit)).Throws<InvalidOperationException>(() => host.Monitor.Rollback(permit));
        }),
        Story("a permit is good for the monitor that gave it", host =>
        {
            var permit = host.Prepare(Ask.Create(1, "red"));
            var other = new ReferenceMonitor(host.State);
            host.Throws<InvalidOperationException>(() => other.Commit(permit)).Throws<InvalidOperationException>(() =>
                other.Rollback(permit));
            ScenarioHost.Demand(permit.IsOutstanding, "another monitor has ended it");
            host.Commit(permit);
        }),
        Story("each permit has an id of its own, in order of preparation", host =>
        {
            var (first, second) = (host.Prepare(Ask.Create(1, "red")), host.Prepare(Ask.Create(2, "red")));
            ScenarioHost.Demand(first.Id.CompareTo(second.Id) < 0 && !first.Id.IsNone, $"{first.Id} comes before {second.Id}");
            host.Is(state => state.Pending.Keys.SequenceEqual(new[] { first.Id, second.Id }));
        }),
        Story("permits end in any order", host =>
        {
            var (first, second) = (host.Prepare(Ask.Create(1, "red")), host.Prepare(Ask.Create(2, "red")));
            host.Commit(second).Rollback(first).Is(state => state.Domains.Keys.Single() == Ask.D(2));
        }),
    ];

    private static IEnumerable<Scenario> Revoked =>
    [
        Story("what an update takes back cannot be committed, and the update only when it is rolled back", host =>
        {
            var start = host.Running(2, "red").Defined(1, "green").Prepare(Ask.Start(1));
            var other = host.Prepare(Ask.Create(3, "red"));
            var update = host.Prepare(host.Update(RedAgainstGreen, UpdateMode.Revoke));
            ScenarioHost.Demand(start.IsRevoked && !other.IsRevoked && !update.IsRevoked,
                "other permits are revoked than those on the list");
            host.Throws<InvalidOperationException>(() => host.Monitor.Commit(start)).Throws<InvalidOperationException>(() =>
                host.Monitor.Commit(update));
            ScenarioHost.Demand(start.IsOutstanding && update.IsOutstanding, "what could not be committed has ended");
            host.Commit(other).Rollback(start).Commit(update);
        }),
        Story("what an update was to take back can be committed when the update is rolled back", host =>
        {
            var start = host.Running(2, "red").Defined(1, "green").Prepare(Ask.Start(1));
            host.Rollback(host.Prepare(host.Update(RedAgainstGreen, UpdateMode.Revoke)));
            ScenarioHost.Demand(!start.IsRevoked, "it stays revoked");
            host.Commit(start).Is(_ => host[1].Phase == Phase.Running);
        }),
        Story("an update that is rolled back for something else leaves revoked what is revoked", host =>
        {
            var start = host.Running(2, "red").Defined(1, "green").Prepare(Ask.Start(1));
            var other = host.Prepare(Ask.Create(3, "red"));
            var update = host.Prepare(host.Update(RedAgainstGreen, UpdateMode.Revoke));
            host.Rollback(other);
            ScenarioHost.Demand(start.IsRevoked, "it is not revoked any more");
            host.Rollback(start).Commit(update);
        }),
        Story("an update in mode refuse revokes nothing", host =>
        {
            var start = host.Running(2, "red").Defined(1, "green").Prepare(Ask.Start(1));
            host.Refuses(host.Update(RedAgainstGreen), Rule.WouldBreak);
            ScenarioHost.Demand(!start.IsRevoked, "it is revoked");
            host.Commit(start);
        }),
    ];

    private static IEnumerable<Scenario> Restarts =>
    [
        Story("a monitor that comes up rolls back what nobody has a permit for, newest first", host =>
        {
            var former = host.Running(1, "red").Running(2, "red").Volume(8, "red").State;
            host.Hold(Ask.Connect(5, 1, 2), Ask.Vtpm(7, 1), Ask.Connect(6, 2, 1));
            var next = new ReferenceMonitor(host.State);
            next.Abandon();
            ScenarioHost.DemandNull(StateDump.Difference(former, next.State), "something is left");
        }),
        Story("a monitor that comes up rolls back an update, too", host =>
        {
            var former = host.Running(1, "red").State;
            host.Hold(Ask.Pause(1), host.Update(Town.Policy));
            var next = new ReferenceMonitor(host.State);
            next.Abandon();
            ScenarioHost.DemandNull(StateDump.Difference(former, next.State), "something is left");
        }),
        Story("abandoning spares what a permit is out for", host =>
        {
            var next = new ReferenceMonitor(host.Hold(Ask.Create(1, "red"), Ask.Create(3, "red")).State);
            var permit = next.Prepare(Ask.Create(2, "red")).Permit!;
            ScenarioHost.Demand(next.State.Pending.Count == 3 && permit.Id == next.State.Pending.Keys.Last(),
                "the permit has the id of another");
            next.Abandon();
            ScenarioHost.Demand(next.State.Pending.Keys.Single() == permit.Id && next.State.Domains.Keys.Single() == Ask.D(2),
                "something else was abandoned");
            next.Commit(permit);
            next.Abandon();
            ScenarioHost.Demand(next.State.Pending.IsEmpty && next.State.Domains.Count == 1, "what was committed was abandoned");
        }),
        Story("an update that takes back permits of a former monitor is committed when they are abandoned, not before", host =>
        {
            host.Running(1, "red").Hold(Ask.Connect(5, 1, 1));
            var next = new ReferenceMonitor(host.State);
            var update = next.Prepare(host.Update(Town.Policy.NotRunning("red"), UpdateMode.Revoke)).Permit!;
            host.Throws<InvalidOperationException>(() => next.Commit(update));
            next.Abandon();
            next.Commit(update);
            ScenarioHost.Demand(next.State is { Pending.IsEmpty: true, Channels.IsEmpty: true } && next.State.Domains[Ask.D(1)].Phase == Phase.Defined,
                "something is left");
        }),
        Story("a later monitor does not take the permits of a former one", host =>
        {
            var permit = host.Prepare(Ask.Create(1, "red"));
            var next = new ReferenceMonitor(host.State);
            host.Throws<InvalidOperationException>(() => next.Commit(permit));
        }),
    ];

    private static IEnumerable<Scenario> Nothing =>
    [
        Story("nothing is no argument", host => host
            .Throws<ArgumentNullException>(() => _ = new ReferenceMonitor(null!))
            .Throws<ArgumentNullException>(() => host.Monitor.Decide(null!))
            .Throws<ArgumentNullException>(() => host.Monitor.Prepare<StartDomain>(null!))
            .Throws<ArgumentNullException>(() => host.Monitor.Commit(null!))
            .Throws<ArgumentNullException>(() => host.Monitor.Rollback(null!))
            .Throws<ArgumentNullException>(() => ReferenceMonitor.Step(host.State, null!, out _))
            .Throws<ArgumentNullException>(() => _ = new LoadPolicy(null!, UpdateMode.Refuse, 0))
            .Throws<ArgumentNullException>(() => _ = new PresentTicket(null!, 0))
            .Throws<ArgumentNullException>(() => _ = new GrantLease(null!, 0))
            .Throws<ArgumentNullException>(() => Ask.Start(1).Decide(null!))
            .Throws<ArgumentNullException>(() => host.Update(Town.Policy).Plan(null!))
            .Throws<ArgumentNullException>(() => Reach.Decide(null!, default, default, AccessKind.None, 0, Flows.Both))),
        Story("a decision that nobody made is a refusal", _ =>
            ScenarioHost.Demand(!default(Decision).IsAllowed && default(Decision).Rule == Rule.NoPolicy, "it is allowed")),
        Story("every rule but those that grant refuses", _ => ScenarioHost.Demand(
            Enum.GetValues<Rule>().Where(rule => default(Decision) with { Rule = rule } is { IsAllowed: true })
                .SequenceEqual(new[] { Rule.SharingGranted, Rule.Channels, Rule.Unconditional }), "other rules grant")),
        Story("a label that nobody set is none", _ => ScenarioHost.Demand(
            default(Label).IsUnlabelled && default(Label).Index == -1 && Label.At(-1)
                .IsUnlabelled && Label.At(0) is { IsUnlabelled: false, Index: 0 }, "it is one")),
        Story("presence is equal when all seats are", host =>
        {
            var (empty, red) = (host.State.Presence, host.Running(1, "red").State.Presence);
            var (two, one) = (host.Running(2, "red").State.Presence, host.Do(Ask.Stop(2)).State.Presence);
            ScenarioHost.Demand(red.Equals(one) && red.Equals((object)one) && red.GetHashCode() == one.GetHashCode(),
                "equal seats are not equal");
            ScenarioHost.Demand(!red.Equals(two) && !red.Equals(empty) && !red.Equals(null) && !red.Equals((object?)null),
                "different seats are equal");
        }),
        Story("ids sort by number, residues by kind first", _ =>
        {
            ScenarioHost.Demand(Ask.D(1).CompareTo(Ask.D(2)) < 0 && Ask.R(2).CompareTo(Ask.R(1)) > 0 && Ask.C(1)
                .CompareTo(Ask.C(1)) == 0, "ids are out of order");
            ScenarioHost.Demand(new SnapshotId(1).CompareTo(new SnapshotId(2)) < 0, "snapshots are out of order");
            ScenarioHost.Demand(new ResidueId(ResidueKind.Memory, 2)
                .CompareTo(new ResidueId(ResidueKind.Saved, 1)) < 0, "kinds do not go first");
            ScenarioHost.Demand(new ResidueId(ResidueKind.Saved, 1)
                .CompareTo(new ResidueId(ResidueKind.Saved, 2)) < 0, "ids do not go second");
        }),
    ];

    private static Scenario Story(string sentence, Action<ScenarioHost> play) =>
        Scenario.Story(OperationKind.None, Rule.Unconditional, sentence, play);
}
