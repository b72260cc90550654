using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What an update carries over, and what it makes of what it cuts and keeps.</summary>
internal static class CarryScenarios
{
    private static readonly PolicyContent RedAgainstGreen = Town.Policy.WithConflict("new", WallScope.Host, WallMode.Running, "red",
        "green");
    private static readonly PolicyContent WhiteIsGreenToo = Town.Policy.WithLabel("white", "white", "green") with { Channels = [] };

    private static readonly PolicyContent WhiteIsGreen = Town.Policy.WithLabel("white", "green") with { Channels = [] };

    public static IEnumerable<Scenario> All => [.. Renames, .. Cuts, .. Marks, .. Turns];

    private static IEnumerable<Scenario> Renames =>
    [
        Story("a label that has another name is carried by everything that has it", host =>
        {
            var (create, relabel) = (host.Defined(4, "green").Volume(9, "green")
                .Prepare(Ask.Create(3, "red")), host.Prepare(Ask.Relabel(4, "red")));
            var resource = host.Prepare(Ask.RelabelResource(9, "red"));
            host.Running(1, "red").Saved(2, "red").Volume(8, "red").Do(Ask.Write(1, 8)).Keeps(Town.Policy.RenamingLabel("red", "scarlet"))
                .Commit(create).Commit(relabel).Commit(resource)
                .Is(_ => Name(host, host[1].Label) == "scarlet" && Name(host, host[2].SavedLabel) == "scarlet"
                    && Name(host, host[3].Label) == "scarlet")
                .Is(state => Name(host, host[4].Label) == "scarlet" && Name(host, state.Resources[Ask.R(8)].Label) == "scarlet")
                .Is(state => Name(host, state.Resources[Ask.R(9)].Label) == "scarlet")
                .Is(state => state.Residues.Values.All(residue => Name(host, residue.Label) == "scarlet")).Do(Ask.Resume(2));
        }),
        Story("a type that has another name is carried by what was left", host =>
            host.Stopped(1, "north").Keeps(Town.Policy.RenamingType("north", "arctic"))
            .Defined(2, "south").Refuses(Ask.Start(2), Rule.History, "poles")),
        Story("names that are exchanged are carried to where they went", host =>
        {
            host.Running(1, "red").Keeps(Town.Policy.RenamingLabel("red", "scarlet"));
            host.Keeps((host.Content with { Renames = [] }).RenamingLabel("scarlet", "red")).Is(_ => Name(host, host[1].Label) == "red");
        }),
        Story("what has no label has none afterwards", host => host.Under(Town.Quarantined).Running(1, null).Volume(8, null)
            .Keeps(Town.Quarantined.RenamingLabel("red", "scarlet"))
                .Is(state => host[1].Label.IsUnlabelled && state.Resources[Ask.R(8)].Label.IsUnlabelled)),
        Story("the order of labels and types in the image does not matter", host => host
            .Running(1, "green-and-blue").Defined(2, "red").Keeps(Shuffled(Town.Policy))
            .Is(state => state.Residues.Values.Single().Types.Length == 2).Refuses(Ask.Start(2), Rule.Conflicts, "rivals")),
        Story("the host's entry is found again", host =>
            host.Running(1, "red").Keeps(Town.Policy.WithHost("h0", entry => entry).WithHost("h2", entry => entry))
            .Is(state => state.Policy!.Hosts[state.HostEntry].Key == state.Host)),
    ];

    private static IEnumerable<Scenario> Cuts =>
    [
        Story("a machine that breaks is stopped, keeps its attachments, and its channels are closed", host => host
            .Running(1, "red").Running(2, "green").Running(3, "white").Volume(8, "green")
                .Do(Ask.Write(2, 8), Ask.Connect(5, 2, 3), Ask.Window(6, 3, 3, Flows.Both))
            .Revokes(RedAgainstGreen, "domain 2: conflicts", "channel 5: owner")
            .Is(state => host[2].Phase == Phase.Defined && host[2].Attachments.Length == 1 && state.Channels.Keys.Single() == Ask.C(6))
            .Refuses(Ask.Start(2), Rule.Conflicts, "new").Do(Ask.Stop(1), Ask.Start(2))),
        Story("a volume that breaks is detached, and its data is left", host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8))
            .Revokes(Town.Policy.WithLabel("white-store", "green"), "attachment 1/8: sharing")
            .Is(state => host[1].Attachments.IsEmpty && state.Resources[Ask.R(8)].Users.IsEmpty
                && state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, 8)))),
        Story("what breaks does not hold back what comes after it", host =>
            host.Running(1, "red").Running(2, "green").Revokes(RedAgainstGreen, "domain 2: conflicts")
            .Defined(3, "red").Do(Ask.Start(3))),
        Story("all or nothing: a refused update leaves everything", host =>
            host.Running(1, "red").Running(2, "green").WouldBreak(RedAgainstGreen, "domain 2: conflicts")
            .Is(state => host[2].Phase == Phase.Running && state.Policy!.Serial == 1)),
        Story("leases stay, and tickets for other policies go", host => host.Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Ticket("h1")).Keeps(Town.Policy)
            .Is(state => state.Leases.Length == 1 && state.Tickets.IsEmpty)),
        Story("a ticket for the new policy stays", host =>
        {
            var update = host.Update(Town.Policy);
            host.Do(Ask.Ticket("h1", policy: update.Image.Digest), update).Is(state => state.Tickets.Single().Policy == update.Image.Digest);
        }),
    ];

    private static IEnumerable<Scenario> Marks =>
    [
        Gains("the memory of what runs", 2, ResidueKind.Memory, 1, host => host.Running(1, "white")),
        Gains("the memory of what is paused", 2, ResidueKind.Memory, 1, host => host.Paused(1, "white")),
        Gains("not the memory of what is stopped", 1, ResidueKind.Memory, 1, host => host.Stopped(1, "white")),
        Gains("not the memory of what is starting", 1, ResidueKind.Memory, 1, host => host.Stopped(1, "white").Hold(Ask.Start(1))),
        Adopts("a volume of what runs", host => host.Running(1, "white").Volume(8, "white").Do(Ask.Read(1, 8))),
        Gains("a TPM of what runs", 2, ResidueKind.Vtpm, 8, host => host.Running(1, "white").Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8))),
        Adopts("a volume of what is starting", host => host.Defined(1, "white").Volume(8, "white").Do(Ask.Read(1, 8)).Hold(Ask.Start(1))),
        Adopts("not a volume of what does not live", host => host.Stopped(1, "white").Volume(8, "white").Do(Ask.Read(1, 8)), gains: false),
        Adopts("not a volume that is being attached", host =>
            host.Running(1, "white").Volume(8, "white").Do(Ask.Read(1, 8), Ask.Detach(1, 8)).Hold(Ask.Read(1, 8)), gains: false),
        Adopts("a volume that is being detached", host =>
            host.Running(1, "white").Volume(8, "white").Do(Ask.Read(1, 8)).Hold(Ask.Detach(1, 8))),
        Gains("not a snapshot", 1, ResidueKind.Snapshot, 5, host => host.Running(1, "white").Do(Ask.Snapshot(1, 5))),
        Gains("not a saved image", 1, ResidueKind.Saved, 1, host => host.Saved(1, "white").Do(Ask.Resume(1))),
        Story("a network leaves nothing", host => host.Running(1, "white").Network(8, "white").Do(Ask.Plug(1, 8)).Keeps(WhiteIsGreen)
            .Is(state => state.Residues.Count == 1)),
        Story("what breaks gains nothing", host => host.Running(2, "red").Running(1, "white").Volume(8, "white").Do(Ask.Write(1, 8))
            .Revokes(WhiteIsGreen.WithConflict("new", WallScope.Host, WallMode.Running, "red", "green"), "domain 1: conflicts")
            .Is(state => Types(state, ResidueKind.Memory, 1) == 1 && Types(state, ResidueKind.Volume, 8) == 1)),
        Story("a volume that breaks gains nothing", host => host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8))
            .Revokes(Town.Policy.WithLabel("white-store", "red"), "attachment 1/8: sharing")
                .Is(state => Types(state, ResidueKind.Volume, 8) == 1)),
    ];

    private static IEnumerable<Scenario> Turns =>
    [
        Story("an update and one back decide as before", host => host.Running(1, "red").Running(2, "white").Keeps(Town.Policy.WithConflict(
            "new", WallScope.Host, WallMode.Running, "red", "green")).Keeps(Town.Policy).Defined(3, "green").Do(Ask.Start(3))),
        Story("an update and one back leave what may hold more types than before", host =>
            host.Running(1, "white").Keeps(WhiteIsGreenToo).Keeps(Town.Policy)
            .Is(state => Types(state, ResidueKind.Memory, 1) == 2)),
        Story("a set that is new counts what is there already", host => host.Stopped(1, "red").Defined(2, "green").Keeps(
            Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "red", "green")).Refuses(Ask.Start(2), Rule.History, "new")
            .Do(Ask.Sanitize(ResidueKind.Memory, 1), Ask.Start(2))),
        Story("permits that were held during the update end as if it had not been", host =>
        {
            var attach = host.Running(1, "red").Volume(8, "red").Prepare(Ask.Write(1, 8));
            var second = host.Running(2, "red").Prepare(Ask.Connect(5, 2, 2));
            host.Keeps(RedAgainstGreen).Rollback(attach).Commit(second)
                .Is(state => state.Channels.Count == 1 && host[1].Attachments.IsEmpty).Do(Ask.Stop(1), Ask.Stop(2));
        }),
    ];

    private static Scenario Story(string sentence, Action<ScenarioHost> play) =>
        Scenario.Story(OperationKind.LoadPolicy, Rule.Unconditional, sentence, play);

    private static Scenario Gains(string what, int types, ResidueKind kind, ulong id, Action<ScenarioHost> given) =>
        Story($"when a label gets another type, so does {what}", host =>
        {
            given(host);
            host.Keeps(WhiteIsGreenToo).Is(state => Types(state, kind, id) == types);
        });

    /// <summary>The only type of the label of a machine and its volume becomes another.</summary>
    private static Scenario Adopts(string what, Action<ScenarioHost> given, bool gains = true) =>
        Story($"when a label gets a type instead of another, so does {what}", host =>
        {
            given(host);
            host.Keeps(WhiteIsGreen).Is(state => Types(state, ResidueKind.Volume, 8) == (gains ? 2 : 1));
        });

    private static int Types(State state, ResidueKind kind, ulong id) => state.Residues[new ResidueId(kind, id)].Types.Length;

    private static string Name(ScenarioHost host, Label label) =>
        host.Content.Labels.Single(item => KeyBook.OfLabel(item.Name) == host.State.Policy!.Labels[label.Index].Key).Name;

    /// <summary>The same policy with labels and types that sort elsewhere.</summary>
    private static PolicyContent Shuffled(PolicyContent content)
    {
        foreach (var name in new[] { "north", "south", "green", "foreign" })
            content = content.RenamingType(name, $"{name}-anew");
        return content;
    }
}
