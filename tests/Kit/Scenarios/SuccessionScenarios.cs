using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Which policy may come into force at all (docs/SEMANTICS.md section 5, steps 1 to 3).</summary>
internal static class SuccessionScenarios
{
    public static IEnumerable<Scenario> All => [.. First, .. Next, .. Labels, .. Types, .. Histories, .. Conduits];

    private static IEnumerable<Scenario> First =>
    [
        Refused(Rule.Signer, "the first one is not signed with the anchor's key", host =>
            host.On("h1", null).Refuses(new LoadPolicy(Town.Compile(Town.Policy, officer: 1), UpdateMode.Refuse, Town.Now), Rule.Signer)),
        Refused(Rule.Signer, "the first one is not signed at all and there is no anchor", host =>
        {
            var bytes = PolicyImageWriter.Write(Town.Policy);
            var operation = new LoadPolicy(CompiledPolicy.OpenUnsigned(bytes, out _)!, UpdateMode.Refuse, Town.Now);
            host.On("h1", null).From(state => State.Initial(state.Host, default)).Refuses(operation, Rule.Signer);
        }),
        Allowed("it is the first one and the anchor's key signed it", host => host
            .On("h1", null).Load(Town.Policy with { Serial = 9, PredecessorSerial = 8, PredecessorDigest = TestKeys.Image("other") })
            .Is(state => state.Policy!.Serial == 9 && state.HostEntry >= 0)),
        Allowed("the host is not listed in it", host => host.On("nowhere", null).Load(Town.Policy).Is(state => state.HostEntry == -1)),
    ];

    private static IEnumerable<Scenario> Next =>
    [
        Refused(Rule.Signer, "an officer signed it whom only the new one lists", host =>
            Refuse(host, Town.Policy.WithKey(KeyRole.Officer, TestKeys.OfficerId(1)), Rule.Signer, officer: 1)),
        Allowed("an officer signed it whom the present one lists", host =>
        {
            host.Load(Town.Policy.WithKey(KeyRole.Officer, TestKeys.OfficerId(1)));
            host.Do(new LoadPolicy(Town.Compile(Town.Policy.Succeeding(host.Content, host.State.Policy!.Digest), officer: 1),
                UpdateMode.Refuse, Town.Now));
        }),
        Refused(Rule.Signer, "the anchor's key signed it, which the present one does not list any more", host =>
        {
            var others = Town.Policy with { Keys = [.. Town.Policy.Keys.Where(key => key.Role != KeyRole.Officer)] };
            host.Load(others.WithKey(KeyRole.Officer, TestKeys.OfficerId(1)));
            Refuse(host, Town.Policy, Rule.Signer);
        }),
        Refused(Rule.Serial, "its serial is the present one", host => Refuse(host, Town.Policy, Rule.Serial, _ => Town.Quarantined)),
        Refused(Rule.Serial, "its serial is a former one", host => Refuse(host.Load(Town.Policy), Town.Policy, Rule.Serial, _ =>
            Town.Quarantined)),
        Refused(Rule.Predecessor, "it replaces none", host => Refuse(host, Town.Policy, Rule.Predecessor, _ =>
            Town.Policy with { Serial = 9 })),
        Refused(Rule.Predecessor, "it replaces one of another serial", host =>
            Refuse(host, Town.Policy, Rule.Predecessor, next => next with { Serial = 3, PredecessorSerial = 2 })),
        Refused(Rule.Predecessor, "it replaces one of another digest", host =>
            Refuse(host, Town.Policy, Rule.Predecessor, next => next with { PredecessorDigest = TestKeys.Image("other") })),
        Refused(Rule.Predecessor, "it replaces the one before the present one", host =>
        {
            var update = host.Update(Town.Quarantined);
            host.Do(update).Refuses(new LoadPolicy(Town.Compile(Skipping(host, update)), UpdateMode.Refuse, Town.Now), Rule.Predecessor);
        }),
        Allowed("serials between are left out", host =>
            host.Do(new LoadPolicy(Town.Compile(Successor(host, Town.Policy) with { Serial = 9 }), UpdateMode.Refuse, Town.Now))
                .Is(state => state.Policy!.Serial == 9)),
    ];

    private static IEnumerable<Scenario> Labels =>
    [
        Removed("a machine's label", host => host.Defined(1, "red")),
        Removed("the label of a machine being created", host => host.Hold(Ask.Create(1, "red"))),
        Removed("the label of a saved image", host => host.Saved(1, "red").Do(Ask.Relabel(1, "green"))),
        Removed("a volume's label", host => host.Volume(8, "red")),
        Removed("the label of what a machine left", host => host.Stopped(1, "red").Do(Ask.Destroy(1))),
        Removed("the label that a machine is about to get", host => host.Defined(1, "green").Hold(Ask.Relabel(1, "red"))),
        Removed("the label that a volume is about to get", host => host.Volume(8, "green").Hold(Ask.RelabelResource(8, "red"))),
        Allowed("a label is removed that nothing has", host => host.Running(1, "green").Load(Town.Policy.WithoutLabel("red"))),
        Allowed("a label is removed that nothing has any more", host =>
            host.Stopped(1, "red").Do(Ask.Destroy(1), Ask.Sanitize(ResidueKind.Memory, 1)).Load(Town.Policy.WithoutLabel("red"))),
        Allowed("a label is removed that something was about to get, but did not", host =>
        {
            host.Rollback(host.Defined(1, "green").Prepare(Ask.Relabel(1, "red"))).Load(Town.Policy.WithoutLabel("red"));
        }),
        Allowed("what has no label is there", host => host.Under(Town.Quarantined).Running(1, null).Volume(8, null).Saved(2, null)
            .Load(Town.Quarantined.WithoutLabel("red"))),
    ];

    private static IEnumerable<Scenario> Types =>
    [
        Refused(Rule.TypeRemoved, "a type is removed whose data is left", host => RefuseType(host.Stopped(1, "green-and-blue"))),
        Refused(Rule.TypeRemoved, "a type is removed whose data a running machine may hold", host =>
            RefuseType(host.Running(1, "green-and-blue"))),
        Refused(Rule.TypeRemoved, "a type is removed that a starting machine has", host =>
            RefuseType(host.Defined(1, "green-and-blue").Hold(Ask.Start(1)))),
        Refused(Rule.TypeRemoved, "a type is removed that a volume has that is attached and was wiped", host => RefuseType(host
            .Under(StoreIsBlue).Defined(1, "green-and-blue").Volume(8, "white-store").Do(Ask.Write(1, 8), Ask.Sanitize(ResidueKind.Volume, 8)))),
        Refused(Rule.TypeRemoved, "a type is removed that a volume has that is being released", host =>
            RefuseType(host.Under(StoreIsBlue).Volume(8, "white-store").Hold(Ask.Release(8)))),
        Allowed("a type is removed that a volume has that is attached to nothing", host =>
            host.Under(StoreIsBlue).Volume(8, "white-store").Load(Town.Policy.WithoutType("blue"))),
        Allowed("a type is removed that a network has that is attached", host =>
            host.Under(StoreIsBlue).Defined(1, "green-and-blue").Network(8, "white-store").Do(Ask.Plug(1, 8)).Load(Town.Policy.WithoutType("blue"))),
        Refused(Rule.LabelRemoved, "a label and its type are removed", host =>
            Refuse(host.Stopped(1, "red"), Town.Policy.WithoutType("red"), Rule.LabelRemoved)),
        Allowed("a type is removed whose data was wiped", host =>
            host.Stopped(1, "green-and-blue").Do(Ask.Sanitize(ResidueKind.Memory, 1)).Load(Town.Policy.WithoutType("blue"))),
        Allowed("a type of a label is removed that left nothing", host =>
            host.Defined(1, "green-and-blue").Load(Town.Policy.WithoutType("blue"))
            .Is(state => state.Policy!.TypesOf(host[1].Label.Index).Length == 1)),
    ];

    private static IEnumerable<Scenario> Histories =>
    [
        Refused(Rule.History, "what two machines left conflicts now", host => RefuseRivals(host.Stopped(1, "red").Stopped(2, "green"))),
        Refused(Rule.History, "what two machines left conflicts now, and both run", host =>
            RefuseRivals(host.Running(1, "red").Running(2, "green"))),
        Refused(Rule.History, "what a machine left conflicts with a volume that is attached to another", host =>
            RefuseRivals(host.Stopped(1, "red").Defined(2, "green").Volume(8, "green")
                .Do(Ask.Write(2, 8), Ask.Sanitize(ResidueKind.Volume, 8)))),
        Refused(Rule.History, "what one machine left of two labels conflicts now", host =>
            RefuseRivals(host.Stopped(1, "red").Do(Ask.Relabel(1, "green"), Ask.Start(1)))),
        Refused(Rule.History, "what was left conflicts in the only set there is", host => Refuse(
            host.Stopped(1, "red").Stopped(2, "green"), Rivals with { Conflicts = [.. Rivals.Conflicts.Where(set => set.Name == "new")] },
                Rule.History)),
        Refused(Rule.History, "a set has come to have a history", host => host.Stopped(1, "red").Stopped(2, "blue")
            .Then(h => Refuse(h, Town.Policy.WithConflict("rivals", WallScope.Host, WallMode.History, "red", "blue"), Rule.History))),
        Refused(Rule.History, "what was left conflicts with what a volume is to become", host => RefuseRivals(
            host.Stopped(1, "red").Volume(8, "white").Hold(Ask.RelabelResource(8, "green")))),
        Allowed("what was left conflicts with what a network is to become", host =>
            host.Stopped(1, "red").Network(8, "white").Hold(Ask.RelabelResource(8, "green")).Load(Rivals)),
        Allowed("what was left conflicts now, in a set of running ones", host =>
            host.Stopped(1, "red").Stopped(2, "green")
                .Load(Town.Policy.WithConflict("new", WallScope.Host, WallMode.Running, "red", "green"))),
        Allowed("what was left is of a type and its child", host =>
            host.Stopped(1, "red").Stopped(2, "crimson")
                .Load(Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "red", "crimson"))),
        Allowed("one of two was wiped", host =>
            host.Stopped(1, "red").Stopped(2, "green").Do(Ask.Sanitize(ResidueKind.Memory, 1)).Load(Rivals)),
    ];

    private static IEnumerable<Scenario> Conduits =>
    [
        .. Widened("a volume", host => host.Volume(8, "white-store")),
        .. Widened("a network", host => host.Network(8, "white-store")),
        .. Widened("a volume that is being created", host => host.Hold(Ask.Volume(8, "white-store"))),
        .. Widened("a volume that is being relabelled", host => host.Volume(8, "red").Hold(Ask.RelabelResource(8, "white-store"))),
        Allowed("a label gets another type that no resource has", host =>
            host.Volume(8, "red").Running(1, "white-store").Load(Town.Policy.WithLabel("white-store", "white", "blue"))),
        Allowed("a label gets another type that only a TPM has", host =>
            host.Defined(1, "white-store").Do(Ask.Vtpm(8, 1)).Load(Town.Policy.WithLabel("white-store", "white", "blue"))),
        Allowed("a label gets another type that a machine is to get", host =>
            host.Defined(1, "red").Hold(Ask.Relabel(1, "white-store")).Load(Town.Policy.WithLabel("white-store", "white", "blue"))),
        Allowed("a volume has no label", host => host.Under(Town.Quarantined).Volume(8, null).Load(Town.Quarantined)),
    ];

    private static IEnumerable<Scenario> Widened(string what, Action<ScenarioHost> given) =>
    [
        Refused(Rule.ResourceLabel, $"the label of {what} gets another type", host =>
        {
            given(host);
            Refuse(host, Town.Policy.WithLabel("white-store", "white", "blue"), Rule.ResourceLabel, mode: UpdateMode.Revoke);
        }),
        Refused(Rule.ResourceLabel, $"the label of {what} gets a range of levels", host =>
        {
            given(host);
            Refuse(host, Town.Policy.WithLevels("white-store", "vault-guard"), Rule.ResourceLabel);
        }),
    ];

    private static PolicyContent StoreIsBlue => Town.Policy.WithLabel("white-store", "blue");

    private static PolicyContent Rivals => Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "red", "green");

    private static Scenario Refused(Rule rule, string when, Action<ScenarioHost> play) =>
        new(OperationKind.LoadPolicy, rule, $"LoadPolicy is refused by {rule.Id()} when {when}", play);

    private static Scenario Allowed(string when, Action<ScenarioHost> play) =>
        new(OperationKind.LoadPolicy, Rule.Unconditional, $"LoadPolicy is allowed when {when}", play);

    private static Scenario Removed(string what, Action<ScenarioHost> given) => Refused(Rule.LabelRemoved, $"it removes {what}", host =>
    {
        given(host);
        Refuse(host, Town.Policy.WithoutLabel("red"), Rule.LabelRemoved);
        Refuse(host, Town.Policy.WithoutLabel("red"), Rule.LabelRemoved, mode: UpdateMode.Revoke);
    });

    private static void RefuseType(ScenarioHost host) => Refuse(host, Town.Policy.WithoutType("blue"), Rule.TypeRemoved);

    private static void RefuseRivals(ScenarioHost host)
    {
        Refuse(host, Rivals, Rule.History, mode: UpdateMode.Revoke);
        var update = host.Update(Rivals);
        var set = update.Image.Conflicts[host.Monitor.Decide(update).Item];
        ScenarioHost.Demand(set.Key == Oracle.KeyBook.Of(KeyKind.ConflictSet, "new"), "the decision names another set");
        Refuse(host, Rivals, Rule.History);
    }

    private static void Refuse(
        ScenarioHost host, PolicyContent content, Rule rule, Func<PolicyContent, PolicyContent>? change = null, int officer = 0,
            UpdateMode mode = UpdateMode.Refuse)
    {
        var next = Successor(host, content);
        host.Refuses(new LoadPolicy(Town.Compile(change is null ? next : change(next), officer), mode, Town.Now), rule);
    }

    private static PolicyContent Successor(ScenarioHost host, PolicyContent content) =>
        content.Succeeding(host.Content, host.State.Policy!.Digest);

    private static PolicyContent Skipping(ScenarioHost host, LoadPolicy update) =>
        Successor(host, Town.Policy) with
        {
            Serial = 9,
            PredecessorSerial = update.Image.PredecessorSerial,
            PredecessorDigest = update.Image.PredecessorDigest
        };

    private static void Then(this ScenarioHost host, Action<ScenarioHost> act) => act(host);
}
