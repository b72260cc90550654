using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What an update breaks (docs/SEMANTICS.md section 5, step 4), each as it is listed, refused, and revoked.</summary>
internal static class BreakScenarios
{
    private static readonly PolicyContent RedAgainstGreen = Town.Policy.WithConflict("new", WallScope.Host, WallMode.Running, "red",
        "green");
    private static readonly PolicyContent StoreMoved = Town.Policy.WithLabel("white-store", "green");
    private static readonly PolicyContent StoreSecret = Town.Policy.WithLevels("white-store", "vault-secret");

    public static IEnumerable<Scenario> All => [.. Domains, .. Attachments, .. Channels, .. Owners, .. Frames, .. Spared, .. Left, .. Dumps, .. Kept];

    private static IEnumerable<Scenario> Domains =>
    [
        Breaks("of two new rivals the one that started later", RedAgainstGreen, host =>
            host.Running(2, "red").Running(1, "green"), "domain 1: conflicts"),
        Breaks("of two new rivals the one that resumed later", RedAgainstGreen, host =>
            host.Saved(1, "red").Running(2, "green").Do(Ask.Resume(1)), "domain 1: conflicts"),
        Breaks("a rival that is paused", RedAgainstGreen, host => host.Paused(1, "red").Paused(2, "green"), "domain 2: conflicts"),
        Breaks("a rival that is starting, whatever its id", RedAgainstGreen, host =>
            host.Running(2, "red").Defined(1, "green").Hold(Ask.Start(1)), "domain 1: conflicts by StartDomain"),
        Breaks("a rival that is being received", RedAgainstGreen, host =>
            host.Running(2, "red").Defined(1, "green").Hold(Ask.Receive(1)), "domain 1: conflicts by ReceiveDomain"),
        Breaks("a rival that is being resumed from a saved image", RedAgainstGreen, host =>
            host.Saved(1, "green").Running(2, "red").Hold(Ask.Resume(1)), "domain 1: conflicts by ResumeDomain"),
        Breaks("of two rivals that are starting the one with the higher id", RedAgainstGreen, host =>
            host.Defined(1, "green").Defined(2, "red").Defined(3, "white")
                .Hold(Ask.Start(3), Ask.Start(2), Ask.Start(1)), "domain 2: conflicts by StartDomain"),
        Breaks("only those whose rival is kept", RedAgainstGreen.WithConflict("newer", WallScope.Host, WallMode.Running, "green", "white"),
            host =>
            host.Running(1, "red").Running(2, "green").Running(3, "white"), "domain 2: conflicts"),
        Breaks("several, in order of their starts", RedAgainstGreen, host =>
            host.Running(1, "red").Running(3, "green").Running(2, "green"), "domain 3: conflicts", "domain 2: conflicts"),
        Breaks("one whose image is not listed any more", Town.Policy.Listing("other"), host =>
            host.Running(1, "red").Do(Ask.Create(2, "red"), Ask.Start(2)), "domain 1: image"),
        Breaks("one that the host may not run any more", Town.Policy.NotRunning("red"), host =>
            host.Running(1, "red").Running(2, "green"), "domain 1: host"),
        Breaks("everything on a host that is not listed any more", Town.Policy.WithoutHost("h1"), host =>
            host.Running(1, "red").Running(2, "green"), "domain 1: host-unknown", "domain 2: host-unknown"),
        Breaks("one without a label", Town.Policy, host =>
            host.Under(Town.Quarantined).Running(1, null).Running(2, "red"), "domain 1: unlabelled"),
        Breaks("one for which there is no lease", Town.Policy.WithConflict("new", WallScope.Rack, WallMode.Running, "red", "green"), host =>
            host.Running(1, "red"), "domain 1: lease"),
        Breaks("one of a type that is apart from what was left",
            Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "white", "south"), host =>
            host.Stopped(2, "south").Defined(1, "white").Hold(Ask.Start(1)), "domain 1: history by StartDomain"),
        Story("a lease that has expired breaks what it is for", host => host.Do(Ask.Grant("racks", "rack-a", "r1")).Running(1, "rack-a")
            .WouldBreak(Town.Policy, Town.Expiry, "domain 1: lease").Keeps(Town.Policy)),
        Story("a lease that is being given back is none", host =>
        {
            host.Do(Ask.Grant("racks", "rack-a", "r1"), Ask.Grant("racks", "rack-b", "r1")).Defined(1, "white")
                .Hold(Ask.Return("racks", "rack-a", "r1")).Do(Ask.Start(1))
                .Revokes(Town.Policy.WithLabel("white", "white", "rack-a"), "domain 1: lease");
        }),
    ];

    private static IEnumerable<Scenario> Attachments =>
    [
        Breaks("a volume that is another's now", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Volume(9, "white")
                .Do(Ask.Write(1, 8), Ask.Write(1, 9)), "attachment 1/8: sharing"),
        Breaks("a volume that is too secret now", StoreSecret, host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Read(1, 8)), "attachment 1/8: secrecy"),
        Breaks("a volume that is too untrustworthy now", Town.Policy.WithLevels("white", "vault-trusted"), host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Read(1, 8)), "attachment 1/8: integrity"),
        Breaks("a volume whose channel is gone", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Volume(8, "white").Do(Ask.Read(1, 8)), "attachment 1/8: sharing"),
        Breaks("a volume whose channel leads the other way now", Turned(), host =>
            host.Running(1, "green").Volume(8, "white").Do(Ask.Read(1, 8)), "attachment 1/8: initiator"),
        Breaks("a volume that is being attached", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Hold(Ask.Write(1, 8)), "attachment 1/8: sharing by AttachVolume"),
        Breaks("a volume that is being attached and has a rival now",
            Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "white", "south"), host =>
            host.Stopped(2, "south").Running(1, "green").Volume(8, "white")
                .Hold(Ask.Read(1, 8)), "attachment 1/8: history by AttachVolume"),
        Breaks("of two volumes that are being attached and are rivals now the one of the later machine",
            Town.Policy.WithConflict("new", WallScope.Host, WallMode.History, "white", "north"), host =>
            host.Running(2, "green").Running(1, "green").Volume(8, "white").Volume(9, "north").Hold(Ask.Read(1, 8), Ask.Read(2, 9)),
            "attachment 1/8: history by AttachVolume"),
        Breaks("network, device and console that are another's now", StoreMoved, host => host.Running(1, "white").Network(7, "white-store")
            .Resource(ResourceKind.Device, 8, "white-store").Resource(ResourceKind.Console, 9, "white-store")
                .Do(Ask.Console(1, 9), Ask.Device(1, 8), Ask.Plug(1, 7)),
            "attachment 1/7: sharing", "attachment 1/8: sharing", "attachment 1/9: sharing"),
        Breaks("what is attached to several, in order of their starts", StoreMoved, host =>
            host.Running(2, "white").Running(1, "white").Network(8, "white-store")
            .Do(Ask.Plug(1, 8), Ask.Plug(2, 8)), "attachment 2/8: sharing", "attachment 1/8: sharing"),
        Breaks("the machine, and then not what is attached to it", StoreMoved.NotRunning("white"), host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8)), "domain 1: host"),
        Breaks("what would stay attached to a machine that breaks, and is a rival now of what it held",
            StoreMoved.NotRunning("white").WithConflict("new", WallScope.Host, WallMode.History, "white", "green"), host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8)), "domain 1: host", "attachment 1/8: history"),
        Story("what is attached to what does not live is not asked", host =>
            host.Stopped(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8)).Keeps(StoreMoved).Is(_ => host[1].Attachments.Length == 1)
                .Refuses(Ask.Start(1), Rule.Sharing)),
        Story("a TPM stays with its machine whatever its label becomes", host =>
            host.Running(1, "white").Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8))
                .Keeps(Town.Policy.WithLabel("white", "white", "zone-b", "rack-b").WithoutConflict("racks").WithoutConflict("zones"))),
    ];

    private static IEnumerable<Scenario> Channels =>
    [
        Breaks("a connection whose channel is gone", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white").Running(3, "green")
                .Do(Ask.Connect(5, 1, 2), Ask.Connect(6, 1, 3)), "channel 5: sharing"),
        Breaks("a window whose ends are too secret now", Town.Policy.WithLevels("white", "vault-secret"), host =>
            host.Running(1, "white").Running(2, "white-store").Do(Ask.Window(5, 1, 2, Flows.Out)), "channel 5: secrecy"),
        Breaks("a window whose direction is not covered any more", Narrowed(), host =>
            host.Running(1, "white-secret").Running(2, "green").Do(Ask.Window(5, 1, 2, Flows.In)), "channel 5: direction"),
        Breaks("a connection that is being opened", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white").Hold(Ask.Connect(5, 1, 2)), "channel 5: sharing by OpenConnection"),
        Breaks("a window that is being opened", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white").Hold(Ask.Window(5, 1, 2, Flows.Out)), "channel 5: sharing by OpenWindow"),
        Breaks("a connection that is being closed", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white").Do(Ask.Connect(5, 1, 2)).Hold(Ask.Close(5)), "channel 5: sharing by CloseChannel"),
        Breaks("a connection whose initiator breaks", Town.Policy.NotRunning("green"), host =>
            host.Running(1, "green").Running(2, "white").Do(Ask.Connect(5, 1, 2)), "domain 1: host", "channel 5: owner"),
        Breaks("a connection whose target breaks", Town.Policy.NotRunning("white"), host =>
            host.Running(1, "green").Running(2, "white").Do(Ask.Connect(5, 1, 2)), "domain 2: host", "channel 5: owner"),
        Breaks("channels in order of their ids", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white")
                .Do(Ask.Connect(6, 1, 2), Ask.Window(5, 1, 2, Flows.Out)), "channel 5: sharing", "channel 6: sharing"),
    ];

    private static IEnumerable<Scenario> Owners =>
    [
        Loses(Ask.Pause(1)), Loses(Ask.Stop(1)), Loses(Ask.Save(1)), Loses(Ask.Snapshot(1, 5)), Loses(Ask.Vtpm(7, 1)),
        Loses(Ask.Dump(1, 8)), Loses(Ask.Detach(1, 8)), Loses(Ask.Write(1, 9)),
        Breaks("the permit to resume a machine that breaks", RedAgainstGreen, host =>
            host.Running(2, "red").Paused(1, "green").Hold(Ask.Resume(1)),
            "domain 1: conflicts", "permit: owner by ResumeDomain"),
        Breaks("the permit to detach what breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8)).Hold(Ask.Detach(1, 8)),
            "attachment 1/8: sharing", "permit: owner by DetachResource"),
        Breaks("the permit to detach something else where an attachment breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Volume(9, "white")
            .Do(Ask.Write(1, 8), Ask.Write(1, 9)).Hold(Ask.Detach(1, 9)), "attachment 1/8: sharing", "permit: owner by DetachResource"),
        Breaks("the permit to pause a machine of which an attachment breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8))
                .Hold(Ask.Pause(1)), "attachment 1/8: sharing", "permit: owner by PauseDomain"),
        Breaks("the permit to dump a machine of which an attachment breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Volume(9, "white").Do(Ask.Write(1, 8)).Hold(Ask.Dump(1, 9)),
            "attachment 1/8: sharing", "permit: owner by DumpDomain"),
        Breaks("the permit to attach something where an attachment breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Volume(9, "white").Do(Ask.Write(1, 8)).Hold(Ask.Write(1, 9)),
            "attachment 1/8: sharing", "permit: owner by AttachVolume"),
        Breaks("the permit to start a machine of which an attachment breaks", StoreMoved, host =>
            host.Defined(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8))
                .Hold(Ask.Start(1)), "attachment 1/8: sharing", "permit: owner by StartDomain"),
        Breaks("not the permit to close a connection where an attachment breaks", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8), Ask.Connect(5, 1, 1))
                .Hold(Ask.Close(5)), "attachment 1/8: sharing"),
        Breaks("the permit to close a connection of what breaks, with the connection", RedAgainstGreen, host =>
            host.Running(2, "red").Running(1, "green").Do(Ask.Connect(5, 1, 1))
                .Hold(Ask.Close(5)), "domain 1: conflicts", "channel 5: owner by CloseChannel"),
        Breaks("the permit to open a connection to what breaks, with the connection", RedAgainstGreen, host =>
            host.Running(2, "red").Running(1, "green")
                .Hold(Ask.Connect(5, 1, 1)), "domain 1: conflicts", "channel 5: owner by OpenConnection"),
        Breaks("the permit to wipe the saved image of a resumed machine that breaks", RedAgainstGreen, host =>
            host.Running(2, "red").Saved(1, "green").Do(Ask.Resume(1)).Hold(Ask.Sanitize(ResidueKind.Saved, 1)),
            "domain 1: conflicts", "permit: owner by CertifySanitized"),
        Breaks("permits in order of their ids", RedAgainstGreen, host =>
            host.Running(3, "red").Running(1, "green").Running(2, "green").Hold(Ask.Stop(2), Ask.Pause(1)),
            "domain 1: conflicts", "domain 2: conflicts", "permit: owner by StopDomain", "permit: owner by PauseDomain"),
    ];

    private static IEnumerable<Scenario> Frames =>
    [
        Breaks("a frame of a machine that breaks", RedAgainstGreen, host => host.Running(2, "red").Running(1, "green").Running(3, "green")
            .Network(8, "green").Do(Ask.Plug(1, 8), Ask.Plug(3, 8)).Hold(Ask.Forward(1, 3, 8)),
            "domain 1: conflicts", "domain 3: conflicts", "permit: owner by ForwardFrame"),
        Breaks("a frame to a port that breaks", StoreMoved, host => Plugged(host).Hold(Ask.Forward(2, 1, 8)),
            "attachment 1/8: sharing", "permit: owner by ForwardFrame"),
        Breaks("a frame from a port that breaks", StoreMoved, host => Plugged(host).Hold(Ask.Forward(1, 2, 8)),
            "attachment 1/8: sharing", "permit: owner by ForwardFrame"),
        Breaks("not a frame between others on that network", StoreMoved, host => Plugged(host).Hold(Ask.Forward(2, 2, 8)), "attachment 1/8: sharing"),
        Breaks("not a frame on another network of that machine", StoreMoved, host =>
            Plugged(host).Network(9, "white").Do(Ask.Plug(1, 9)).Hold(Ask.Forward(1, 1, 9)), "attachment 1/8: sharing"),
    ];

    private static IEnumerable<Scenario> Spared =>
    [
        Breaks("not a permit for something else where a channel breaks", Town.Policy.WithoutChannels("green"), host =>
            host.Running(1, "green").Running(2, "white").Do(Ask.Connect(5, 1, 2)).Hold(Ask.Create(3, "red")), "channel 5: sharing"),
        Breaks("the permit to attach a volume that has a rival now, and not the attachment, where the machine breaks", StoreIsSouth, host =>
            host.Stopped(2, "north").Running(1, "white").Volume(8, "white-store").Hold(Ask.Write(1, 8)),
            "domain 1: host", "permit: owner by AttachVolume"),
        Breaks("not the network that has a rival now of a machine that breaks", StoreIsSouth, host =>
            host.Stopped(2, "north").Running(1, "white").Network(8, "white-store").Do(Ask.Plug(1, 8)), "domain 1: host"),
    ];

    private static PolicyContent StoreIsSouth => Town.Policy.NotRunning("white").WithLabel("white-store", "south");

    /// <summary>What permits leave under the former policy, if they are committed before the update is.</summary>
    private static IEnumerable<Scenario> Left =>
    [
        Breaks("a start that may leave a type which the label is losing", PairIsWhite, host =>
            host.Under(Town.Policy.WithLabel("pair", "white", "green")).Running(1, "red").Defined(2, "pair").Hold(Ask.Start(2)),
            "domain 2: history by StartDomain"),
        Breaks("a resumption that may leave a type which the label is losing", PairIsWhite, host =>
            host.Under(Town.Policy.WithLabel("pair", "white")).Saved(2, "pair").Load(Town.Policy.WithLabel("pair", "white", "green"))
                .Running(1, "red").Hold(Ask.Resume(2)),
            "domain 2: history by ResumeDomain"),
        Breaks("of two starts the one that may leave what is apart from what the other may leave", PairIsWhite, host =>
            host.Under(Town.Policy.WithLabel("pair", "white", "green").WithLabel("couple", "white", "red")).Defined(1, "couple").Defined(2, "pair")
                .Hold(Ask.Start(2), Ask.Start(1)),
            "domain 2: history by StartDomain"),
        Breaks("an attachment that may leave the type that the volume had", WhiteIsNoRival, host =>
            host.Running(1, "green").Running(2, "red").Volume(8, "white").Hold(Ask.Read(1, 8)), "attachment 1/8: history by AttachVolume"),
        Breaks("an attachment to what does not live that may leave the type that the volume had", WhiteIsNoRival, host =>
            host.Defined(1, "green").Running(2, "red").Volume(8, "white").Hold(Ask.Read(1, 8)), "permit: history by AttachVolume"),
        Story("what a permit that is kept may leave counts for what comes after", host =>
        {
            var start = host.Under(Town.Policy.WithLabel("pair", "white", "green")).Defined(2, "pair").Prepare(Ask.Start(2));
            host.Keeps(PairIsWhite).Commit(start).Is(state => state.Residues.Values.Single().Types.Length == 1);
        }),
    ];

    private static PolicyContent PairIsWhite => Town.Policy.WithLabel("pair", "white").WithLabel("couple", "white")
        .WithConflict("new", WallScope.Host, WallMode.History, "green", "red");

    private static PolicyContent WhiteIsNoRival =>
        Town.Policy.WithLabel("white", "foreign").WithConflict("new", WallScope.Host, WallMode.History, "white", "red");

    private static ScenarioHost Plugged(ScenarioHost host) => host.Running(1, "white").Running(2, "white-store").Network(8, "white-store")
        .Do(Ask.Plug(1, 8), Ask.Plug(2, 8));

    private static IEnumerable<Scenario> Dumps =>
    [
        Breaks("a dump to a volume that is another's now", StoreMoved, host =>
            host.Running(1, "white").Volume(8, "white-store").Hold(Ask.Dump(1, 8)), "permit: sharing by DumpDomain"),
        Story("a dump that still may be is done under the new policy", host =>
        {
            var permit = host.Running(1, "white").Volume(8, "white-store").Prepare(Ask.Dump(1, 8));
            host.Keeps(Town.Policy.WithLabel("white", "white", "green").WithLabel("white-store", "green") with { Channels = [] }).Commit(permit)
                .Is(state => state.Residues[new ResidueId(ResidueKind.Volume, 8)].Types.Length == 2);
        }),
    ];

    private static IEnumerable<Scenario> Kept =>
    [
        Story("other permits are kept and can be committed afterwards", host =>
        {
            var connect = host.Running(1, "white").Volume(8, "white-store").Do(Ask.Write(1, 8)).Prepare(Ask.Connect(5, 1, 1));
            var vtpm = host.Prepare(Ask.Vtpm(7, 1));
            var create = host.Prepare(Ask.Create(3, "red"));
            var start = host.Defined(4, "blue").Prepare(Ask.Start(4));
            var lease = host.Do(Ask.Grant("racks", "rack-a", "r1")).Prepare(Ask.Return("racks", "rack-a", "r1"));
            host.Revokes(StoreMoved, "attachment 1/8: sharing").Commit(lease).Commit(start).Commit(create).Commit(vtpm).Commit(connect)
                .Is(_ => host[1].Attachments.IsEmpty && host[4].Phase == Phase.Running).Do(Ask.Close(5), Ask.Pause(1));
        }),
        .. Unconcerned(host => host.Running(1, "white"), Ask.Pause(1), Ask.Save(1), Ask.Stop(1), Ask.Snapshot(1, 5), Ask.Vtpm(7, 1),
            Ask.Connect(5, 1, 1)),
        .. Unconcerned(host => host.Paused(1, "white")
            .Defined(4, "white"), Ask.Resume(1), Ask.Start(4), Ask.Receive(4), Ask.Destroy(4), Ask.Create(6, "red")),
        .. Unconcerned(host => host.Running(1, "white").Volume(8, "white"), Ask.Write(1, 8), Ask.Dump(1, 8), Ask.Release(8)),
        .. Unconcerned(host => host.Running(1, "white").Network(8, "white")
            .Do(Ask.Plug(1, 8), Ask.Connect(5, 1, 1)), Ask.Detach(1, 8), Ask.Close(5)),
        .. Unconcerned(host => host.Saved(1, "white").Do(Ask.Resume(1)), Ask.Sanitize(ResidueKind.Saved, 1)),
        .. Unconcerned(host => host.Running(1, "white").Do(Ask.Snapshot(1, 2)), Ask.Sanitize(ResidueKind.Snapshot, 2)),
        Story("a permit about another attachment of another machine is kept", host =>
        {
            var detach = host.Running(1, "white").Running(2, "white-store").Network(8, "white-store").Do(Ask.Plug(1, 8), Ask.Plug(2, 8))
                .Prepare(Ask.Detach(2, 8));
            host.Revokes(StoreMoved, "attachment 1/8: sharing").Commit(detach)
                .Is(_ => host[1].Attachments.IsEmpty && host[2].Attachments.IsEmpty);
        }),
        Story("what is cut is what was planned, whatever permits took away since", host =>
        {
            var policy = RedAgainstGreen.WithConflict("newer", WallScope.Host, WallMode.Running, "green", "white");
            var stop = host.Running(1, "red").Running(2, "green").Running(3, "white").Prepare(Ask.Stop(1));
            var pause = host.Prepare(Ask.Pause(3));
            var update = host.WouldBreak(policy, "domain 2: conflicts").Prepare(host.Update(policy, UpdateMode.Revoke));
            host.Commit(stop).Commit(update).Commit(pause)
                .Is(_ => host[1].Phase == Phase.Defined && host[2].Phase == Phase.Defined && host[3].Phase == Phase.Paused);
        }),
    ];

    private static Scenario Story(string sentence, Action<ScenarioHost> play) =>
        Scenario.Story(OperationKind.LoadPolicy, Rule.WouldBreak, sentence, play);

    private static Scenario Breaks(string what, PolicyContent next, Action<ScenarioHost> given, params string[] breaks) => new(
        OperationKind.LoadPolicy, breaks[^1].Contains("owner", StringComparison.Ordinal) ? Rule.Owner : Rule.WouldBreak,
            $"LoadPolicy: an update breaks {what}", host =>
    {
        given(host);
        host.Revokes(next, breaks);
        foreach (var permit in host.Outstanding)
            host.Commit(permit);
    });

    /// <summary>Permits on white machines are kept when green domain 2 breaks: each alone.</summary>
    private static IEnumerable<Scenario> Unconcerned(Action<ScenarioHost> given, params Operation[] operations) =>
        operations.Select(operation =>
            Story($"the permit for {operation.Kind} of a machine that does not break is kept ({operation})", host =>
        {
            given(host);
            host.Running(9, "red").Running(2, "green").Hold(operation).Revokes(RedAgainstGreen, "domain 2: conflicts")
                .Commit(host.Outstanding.Single());
        }));

    /// <summary>The permit of an operation on green domain 1, with volumes 8 attached and 9 not, and domain 1 breaks.</summary>
    private static Scenario Loses(Operation operation) =>
        Breaks($"the permit for {operation.Kind} of a machine that breaks", RedAgainstGreen, host =>
        host.Running(2, "red").Running(1, "green").Volume(8, "green").Volume(9, "green").Do(Ask.Write(1, 8)).Hold(operation),
        "domain 1: conflicts", $"permit: owner by {operation.Kind}");

    private static PolicyContent Turned() => Town.Policy.WithoutChannels("green") with
    {
        Channels = [new ChannelContent("turned", "white", "green", AccessKind.Volume, 0, Flows.In)],
    };

    private static PolicyContent Narrowed() => Town.Policy.WithoutChannels("white-secret") with
    {
        Channels = [new ChannelContent("narrowed", "white-secret", "green", AccessKind.Memory, 0, Flows.Out)],
    };
}
