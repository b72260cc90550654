using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Pausing, resuming, saving and stopping.</summary>
internal static class PhaseScenarios
{
    public static IEnumerable<Scenario> All =>
        [.. Pausing, .. Resuming, .. Resumed, .. Leaving(Ask.Save(1), Phase.Saved), .. Leaving(Ask.Stop(1), Phase.Defined), .. Saving];

    private static IEnumerable<Scenario> Pausing =>
    [
        Allowed(Ask.Pause(1), "it runs", host => host.Running(1, "red"), host => host
            .Is(_ => host[1].Phase == Phase.Paused && host[1].Hold.IsFree)),
        Story(OperationKind.PauseDomain, Rule.Conflicts, "it stays present", host => host
            .Running(1, "red").Defined(2, "blue").Do(Ask.Pause(1)).Refuses(Ask.Start(2), Rule.Conflicts, "rivals")),
        Story(OperationKind.PauseDomain, Rule.Unconditional, "its channels stay open", host => host
            .Running(1, "green").Running(2, "green").Do(Ask.Connect(3, 1, 2), Ask.Pause(1)).Is(state => state.Channels.Count == 1)),
    ];

    private static IEnumerable<Scenario> Resuming =>
    [
        Refused(Ask.Resume(1), Rule.Relabelled, "it was relabelled while it was saved", host =>
            host.Saved(1, "red").Do(Ask.Relabel(1, "green"))),
        Refused(Ask.Resume(1), Rule.Relabelled, "it lost its label while it was saved", host =>
            host.Under(Town.Quarantined).Saved(1, "red").Do(Ask.Relabel(1, null))),
        Refused(Ask.Resume(1), Rule.Relabelled, "it got a label while it was saved", host =>
            host.Under(Town.Quarantined).Saved(1, null).Do(Ask.Relabel(1, "red"))),
        Refused(Ask.Resume(1), Rule.Relabelled, "it was relabelled, before the key is looked at", host =>
            host.Saved(1, "red").Do(Ask.Relabel(1, "green")).Load(host.Content.WithoutSpecKeys("green"))),
        Refused(Ask.Resume(1), Rule.History, "its label has got a type whose rival left data", host =>
            host.Saved(1, "white").Stopped(2, "south").Load(host.Content.WithLabel("white", "white", "north")), "poles"),
        Allowed(Ask.Resume(1), "it was relabelled while it was saved, and back", host =>
            host.Saved(1, "red").Do(Ask.Relabel(1, "green"), Ask.Relabel(1, "red"))),
        Refused(Ask.Resume(1), Rule.SpecKey, "it is paused and its key was taken off the list", host =>
            host.Paused(1, "red").Load(host.Content.WithoutSpecKeys("red"))),
        Refused(Ask.Resume(1), Rule.Ticket, "it is paused and the policy is another now", host =>
            host.On("vouched", Town.Policy).Do(Ask.Ticket()).Paused(1, "red").Load(Town.Policy)),
        Refused(Ask.Resume(1, Town.Expiry), Rule.Lease, "it is paused and its lease has expired", host =>
            host.Do(Ask.Grant("racks", "rack-a", "r1")).Paused(1, "rack-a"), "racks"),
    ];

    private static IEnumerable<Scenario> Resumed =>
    [
        Allowed(Ask.Resume(1), "it is paused and stays where it was in order", host => host.Paused(1, "red").Running(2, "red"), host => host
            .Is(state => host[1].Phase == Phase.Running && host[1].StartOrder == 1 && state.StartCount == 2)),
        Allowed(Ask.Resume(1), "it is saved and comes last in order", host => host.Saved(1, "red").Running(2, "red"), host => host
            .Is(state => host[1].Phase == Phase.Running && host[1].StartOrder == 3 && state.StartCount == 3)
            .Is(state => !host[1].HasSavedState && host[1].SavedLabel.IsUnlabelled
                && state.Residues.ContainsKey(new ResidueId(ResidueKind.Saved, 1)))),
        Allowed(Ask.Resume(1), "it is saved and its memory was wiped", host => host.Saved(1, "red").Do(Ask.Sanitize(ResidueKind.Memory, 1)),
            host => host.Is(state => state.Residues.ContainsKey(new ResidueId(ResidueKind.Memory, 1)))),
        Story(OperationKind.ResumeDomain, Rule.Conflicts, "coming from a saved image it counts from prepare on", host =>
        {
            var permit = host.Saved(1, "red").Defined(2, "blue").Prepare(Ask.Resume(1));
            host.Is(_ => host[1].Phase == Phase.Starting && host[1].HasSavedState).Refuses(Ask.Start(2), Rule.Conflicts, "rivals")
                .Rollback(permit).Is(_ => host[1].Phase == Phase.Saved && host[1].HasSavedState).Do(Ask.Start(2));
        }),
        Story(OperationKind.ResumeDomain, Rule.Busy, "coming from a pause it stays paused until commit", host =>
        {
            var permit = host.Paused(1, "red").Prepare(Ask.Resume(1));
            host.Is(_ => host[1].Phase == Phase.Paused).Refuses(Ask.Stop(1), Rule.Busy).Rollback(permit)
                .Is(_ => host[1].Phase == Phase.Paused);
        }),
        Story(OperationKind.ResumeDomain, Rule.Unconditional, "after a boot it is still saved", host =>
            host.Saved(1, "red").Do(Ask.Boot(1), Ask.Resume(1))),
    ];

    private static IEnumerable<Scenario> Leaving(Operation operation, Phase phase) =>
    [
        Allowed(operation, "it has channels to others and from others", host => host
            .Running(1, "green").Running(2, "green").Running(3, "green")
            .Do(Ask.Connect(1, 1, 2), Ask.Connect(2, 2, 1), Ask.Window(3, 1, 1, Flows.Both), Ask.Connect(4, 2, 3)),
            host => host.Is(state => host[1].Phase == phase && state.Channels.Keys.Single() == Ask.C(4))),
        Allowed(operation, "it has attachments, which stay", host => host
            .Running(1, "red").Volume(8, "red").Do(Ask.Write(1, 8)), host => host.Is(_ => host[1].Attachments.Length == 1)),
        Story(operation.Kind, Rule.Unconditional, "until commit it is present and its channels are open", host =>
        {
            var permit = host.Running(1, "blue").Running(3, "blue").Do(Ask.Stop(3), Ask.Start(3), Ask.Connect(2, 1, 3)).Defined(2, "red")
                .Prepare(operation);
            host.Refuses(Ask.Start(2), Rule.Conflicts, "rivals").Is(state => state.Channels.Count == 1)
                .Commit(permit).Refuses(Ask.Start(2), Rule.Conflicts, "rivals").Do(Ask.Stop(3), Ask.Start(2));
        }),
        Story(operation.Kind, Rule.History, "its memory is left", host => host.Running(1, "north").Defined(2, "south")
            .Do(operation).Refuses(Ask.Start(2), Rule.History, "poles")
                .Is(state => state.Residues.ContainsKey(new ResidueId(ResidueKind.Memory, 1)))),
    ];

    private static IEnumerable<Scenario> Saving =>
    [
        Allowed(Ask.Save(1), "it has two types", host => host.Running(1, "green-and-blue"), host => host
            .Is(state => host[1].HasSavedState && host[1].SavedLabel == host[1].Label)
            .Is(state => state.Residues[new ResidueId(ResidueKind.Saved, 1)].Types.Length == 2)),
        Allowed(Ask.Stop(1), "it runs, and nothing is saved", host => host.Running(1, "red"), host => host
            .Is(state => !host[1].HasSavedState && !state.Residues.ContainsKey(new ResidueId(ResidueKind.Saved, 1)))),
    ];
}
