using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Connections, memory windows and frames. Channel 5 goes from domain 1 to domain 2.</summary>
internal static class ChannelScenarios
{
    private static readonly string[] OtherNames = ["alpha", "omega", "kappa", "sigma"];

    public static IEnumerable<Scenario> All =>
    [
        .. Opening(Ask.Connect(5, 1, 2)), .. Opening(Ask.Window(5, 1, 2, Flows.Both)), .. Connecting, .. Windows, .. Closing, .. Forwarding,
    ];

    private static IEnumerable<Scenario> Opening(Operation operation) =>
    [
        Refused(operation, Rule.Limit, "as many are open as may be", host =>
            host.Running(1, "red").Running(2, "red").From(FullState.Channels)),
        Decided(operation, Rule.SharingGranted, "nearly as many are open as may be", host =>
            host.Running(1, "red").Running(2, "red").From(state => FullState.Channels(state, MonitorLimits.Channels - 1))),
        Refused(operation, Rule.Exists, "its id is another's", host => host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 2, 1))),
        Refused(operation, Rule.Exists, "one of that id is being opened", host =>
            host.Running(1, "red").Running(2, "red").Hold(Ask.Connect(5, 2, 1))),
        Refused(operation, Rule.UnknownObject, "there is no machine to open it", host => host.Running(2, "red")),
        Refused(operation, Rule.UnknownObject, "there is no machine at its other end", host => host.Running(1, "red")),
        Refused(operation, Rule.Busy, "the one that opens it is held alone", host =>
            host.Running(1, "red").Running(2, "red").Hold(Ask.Pause(1))),
        Refused(operation, Rule.Busy, "the other end is held alone", host => host.Running(1, "red").Running(2, "red").Hold(Ask.Pause(2))),
        Refused(operation, Rule.Phase, "the one that opens it is paused", host => host.Paused(1, "red").Running(2, "red")),
        Refused(operation, Rule.Phase, "the other end is paused", host => host.Running(1, "red").Paused(2, "red")),
        Refused(operation, Rule.Phase, "the other end does not run", host => host.Running(1, "red").Defined(2, "red")),
        Refused(operation, Rule.Sharing, "they have nothing in common", host => host.Running(1, "red").Running(2, "green")),
        Refused(operation, Rule.Secrecy, "the other end is more secret", host => host.Running(1, "vault").Running(2, "vault-secret")),
        Refused(operation, Rule.Secrecy, "the other end is more public", host => host.Running(1, "vault-secret").Running(2, "vault")),
        Refused(operation, Rule.Integrity, "the other end is more trustworthy", host =>
            host.Running(1, "vault").Running(2, "vault-trusted")),
        Refused(operation, Rule.Integrity, "the other end is less trustworthy", host =>
            host.Running(1, "vault-trusted").Running(2, "vault")),
        Refused(operation, Rule.Quarantine, "the one that opens it has no label", host =>
            host.Under(Town.Quarantined).Running(1, null).Running(2, "red")),
        Refused(operation, Rule.Quarantine, "the other end has no label", host =>
            host.Under(Town.Quarantined).Running(1, "red").Running(2, null)),
        Refused(operation, Rule.Unlabelled, "the other end has no label and the policy denies that", host =>
            host.Running(1, "red").Running(2, "red").From(state => Unlabelled(state, 2))),
        Granted(operation, Rule.SharingGranted, "both share a type", host => host.Running(1, "green-and-blue").Running(2, "blue"), Opened),
        Granted(operation, Rule.SharingGranted, "one is a guard", host => host.Running(1, "vault-guard").Running(2, "vault-secret")),
        Granted(operation, Rule.SharingGranted, "others are being opened at both ends", host =>
            host.Running(1, "red").Running(2, "red").Hold(Ask.Connect(6, 1, 2), Ask.Connect(7, 2, 1))),
        Story(operation.Kind, Rule.Busy, "from prepare on it is open, and its ends cannot change their phase", host =>
        {
            var permit = host.Running(1, "red").Running(2, "red").Prepare(operation);
            host.Is(state => state.Channels[Ask.C(5)].Permit == permit.Id)
                .Refuses(Ask.Pause(1), Rule.Busy).Refuses(Ask.Pause(2), Rule.Busy).Refuses(Ask.Close(5), Rule.Busy)
                .Commit(permit).Do(Ask.Pause(1), Ask.Close(5));
        }),
        Story(operation.Kind, Rule.Unconditional, "several may be open", host => host
            .Running(1, "red").Running(2, "red").Do(operation, Ask.Connect(6, 1, 2), Ask.Connect(7, 2, 1))
                .Is(state => state.Channels.Count == 3)),
    ];

    private static IEnumerable<Scenario> Connecting =>
    [
        Granted(Ask.Connect(5, 1, 2), Rule.Channels, "the policy has a channel", host =>
            host.Running(1, "green").Running(2, "white"), Opened),
        Refused(Ask.Connect(5, 1, 2, 8), Rule.Sharing, "the channel is for another port", host =>
            host.Running(1, "green").Running(2, "white")),
        Refused(Ask.Connect(5, 1, 2, 0), Rule.Kind, "there is no port 0, not even among its own", host => host.Running(1, "red").Running(2, "red")),
        Refused(Ask.Connect(5, 1, 2), Rule.Initiator, "the channel is opened from the other end", host =>
            host.Running(1, "white").Running(2, "green")),
        Refused(Ask.Connect(5, 1, 2), Rule.Sharing, "the channel is for volumes", host => host.Running(1, "green").Running(2, "north")),
        Refused(Ask.Connect(5, 1, 2), Rule.Secrecy, "there is a channel, but it starts in something secret", host =>
            host.Running(1, "white-secret").Running(2, "green")),
        Granted(Ask.Connect(5, 1, 1), Rule.SharingGranted, "it leads back to itself", host => host.Running(1, "red"), host => host
            .Is(state => state.Channels.Count == 1 && host[1].Hold.IsFree)),
    ];

    private static IEnumerable<Scenario> Windows =>
    [
        Refused(Ask.Window(5, 1, 2, Flows.None), Rule.Direction, "nothing is to move", host => host.Running(1, "red").Running(2, "red")),
        Refused(Ask.Window(5, 1, 2, (Flows)4), Rule.Direction, "something unknown is to move", host =>
            host.Running(1, "red").Running(2, "red").From(state => state)),
        Granted(Ask.Window(5, 1, 2, (Flows)7), Rule.SharingGranted, "more than both ways is asked for, which is both ways", host =>
            host.Running(1, "red").Running(2, "red").From(state => state), host => host
                .Is(state => state.Channels[Ask.C(5)].Flows == Flows.Both)),
        Refused(Ask.Window(5, 1, 2, Flows.None), Rule.Direction, "nothing is to move and they have nothing in common", host =>
            host.Running(1, "red").Running(2, "green")),
        Granted(Ask.Window(5, 1, 2, Flows.Out), Rule.Channels, "the policy has a channel that way", host =>
            host.Running(1, "green").Running(2, "white"), Opened),
        Refused(Ask.Window(5, 1, 2, Flows.In), Rule.Direction, "the channel leads the other way", host =>
            host.Running(1, "green").Running(2, "white")),
        Refused(Ask.Window(5, 1, 2, Flows.Both), Rule.Direction, "the channel leads one way", host =>
            host.Running(1, "green").Running(2, "white")),
        Refused(Ask.Window(5, 1, 2, Flows.In), Rule.Initiator, "the channel is opened from the other end", host =>
            host.Running(1, "white").Running(2, "green")),
        Granted(Ask.Window(5, 1, 2, Flows.In), Rule.Channels, "there is a channel both ways and it reads from what is more public", host =>
            host.Running(1, "white-secret").Running(2, "green")),
        Refused(Ask.Window(5, 1, 2, Flows.Out), Rule.Secrecy, "there is a channel both ways, but what it writes is secret", host =>
            host.Running(1, "white-secret").Running(2, "green")),
        Granted(Ask.Window(5, 1, 2, Flows.Out), Rule.SharingGranted, "it goes up in secrecy", host =>
            host.Running(1, "vault").Running(2, "vault-secret")),
        Granted(Ask.Window(5, 1, 2, Flows.In), Rule.SharingGranted, "it comes from what is more trustworthy", host =>
            host.Running(1, "vault").Running(2, "vault-trusted")),
        Refused(Ask.Window(5, 1, 2, Flows.Out), Rule.Integrity, "it goes to what is more trustworthy", host =>
            host.Running(1, "vault").Running(2, "vault-trusted")),
        Refused(Ask.Window(5, 1, 2, Flows.In), Rule.Secrecy, "it comes from what is more secret and less trustworthy", host =>
            host.Running(1, "vault-trusted").Running(2, "vault-secret")),
        Granted(Ask.Window(5, 1, 2, Flows.Both), Rule.SharingGranted, "one is a checker", host =>
            host.Running(1, "vault-checker").Running(2, "vault-trusted")),
        .. OnEachSide(),
    ];

    private static IEnumerable<Scenario> Closing =>
    [
        Refused(Ask.Close(5), Rule.UnknownObject, "there is no such channel"),
        Refused(Ask.Close(5), Rule.Busy, "it is being closed", host => host.Running(1, "red").Do(Ask.Connect(5, 1, 1)).Hold(Ask.Close(5))),
        Refused(Ask.Close(5), Rule.Busy, "it is being opened", host => host.Running(1, "red").Running(2, "red").Hold(Ask.Connect(5, 1, 2))),
        Refused(Ask.Close(5), Rule.Busy, "the one that opened it is held alone", host =>
            host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 1, 2)).Hold(Ask.Stop(1))),
        Refused(Ask.Close(5), Rule.Busy, "its other end is held alone", host =>
            host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 1, 2)).Hold(Ask.Stop(2))),
        Allowed(Ask.Close(5), "another is open", host =>
            host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 1, 2), Ask.Connect(6, 1, 2)), host => host
            .Is(state => state.Channels.Keys.Single() == Ask.C(6) && host[1].Hold.IsFree && host[2].Hold.IsFree)),
        Allowed(Ask.Close(5), "its ends are shared by others", host =>
            host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 1, 2)).Hold(Ask.Connect(6, 2, 1))),
        Story(OperationKind.CloseChannel, Rule.Busy, "until commit it is open, and its ends are held", host =>
        {
            var permit = host.Running(1, "red").Running(2, "red").Do(Ask.Connect(5, 1, 2)).Prepare(Ask.Close(5));
            host.Refuses(Ask.Stop(1), Rule.Busy).Refuses(Ask.Stop(2), Rule.Busy).Is(state => state.Channels[Ask.C(5)].Permit == permit.Id)
                .Rollback(permit).Is(state => state.Channels[Ask.C(5)].Permit.IsNone).Do(Ask.Close(5), Ask.Stop(1));
        }),
    ];

    private static IEnumerable<Scenario> Forwarding =>
    [
        Refused(Ask.Forward(1, 2, 8), Rule.UnknownObject, "there is no machine that sends", host =>
            host.Running(2, "red").Network(8, "red")),
        Refused(Ask.Forward(1, 2, 8), Rule.UnknownObject, "there is no machine that receives", host =>
            host.Running(1, "red").Network(8, "red")),
        Refused(Ask.Forward(1, 2, 8), Rule.UnknownObject, "there is no such network", host => host.Running(1, "red").Running(2, "red")),
        Refused(Ask.Forward(1, 2, 8), Rule.Kind, "it is no network", host => host.Running(1, "red").Running(2, "red").Volume(8, "red")),
        Refused(Ask.Forward(1, 2, 8), Rule.Phase, "the one that sends is paused", host => Plugged(host).Do(Ask.Pause(1))),
        Refused(Ask.Forward(1, 2, 8), Rule.Phase, "the one that receives is paused", host => Plugged(host).Do(Ask.Pause(2))),
        Refused(Ask.Forward(1, 2, 8), Rule.NotAttached, "the one that sends is not plugged in", host => Plugged(host).Do(Ask.Detach(1, 8))),
        Refused(Ask.Forward(1, 2, 8), Rule.NotAttached, "the one that receives is not plugged in", host =>
            Plugged(host).Do(Ask.Detach(2, 8))),
        Refused(Ask.Forward(1, 2, 8), Rule.Direction, "the one that sends only receives", host => Plugged(host, from: Flows.In)),
        Refused(Ask.Forward(1, 2, 8), Rule.Direction, "the one that receives only sends", host => Plugged(host, to: Flows.Out)),
        Refused(Ask.Forward(1, 2, 8), Rule.Sharing, "the one that sends has nothing in common with the network", host =>
            Plugged(host).Defined(3, "green").From(state => Labelled(state, 1, 3))),
        Refused(Ask.Forward(1, 2, 8), Rule.Sharing, "the one that receives has nothing in common with the network", host =>
            Plugged(host).Defined(3, "green").From(state => Labelled(state, 2, 3))),
        Refused(Ask.Forward(1, 2, 8), Rule.Secrecy, "the one that sends has become too secret", host =>
            Plugged(host, "vault").Defined(3, "vault-secret").From(state => Labelled(state, 1, 3))),
        Refused(Ask.Forward(1, 2, 8), Rule.Integrity, "the one that receives has become too trustworthy", host =>
            Plugged(host, "vault").Defined(3, "vault-trusted").From(state => Labelled(state, 2, 3))),
        Refused(Ask.Forward(1, 2, 8), Rule.Unlabelled, "the one that receives has no label any more", host =>
            Plugged(host).From(state => Unlabelled(state, 2))),
        Refused(Ask.Forward(1, 2, 8), Rule.Quarantine, "the one that sends has no label any more", host =>
            Plugged(host.Under(Town.Quarantined)).From(state => Unlabelled(state, 1))),
        Granted(Ask.Forward(1, 2, 8), Rule.SharingGranted, "one sends and the other receives", host =>
            Plugged(host, "red", Flows.Out, Flows.In), host => host
            .Is(state => state.Pending.IsEmpty && host[1].Hold.IsFree && state.Residues.Count == 2)),
        Refused(Ask.Forward(1, 2, 8), Rule.Busy, "the one that sends is held alone", host => Plugged(host).Hold(Ask.Pause(1))),
        Refused(Ask.Forward(1, 2, 8), Rule.Busy, "the one that receives is held alone", host => Plugged(host).Hold(Ask.Stop(2))),
        Refused(Ask.Forward(1, 2, 8), Rule.Busy, "the network is held alone", host =>
            Plugged(host).From(state => state with { Resources = state.Resources.SetItem(Ask.R(8), state.Resources[Ask.R(8)] with { Hold = default(Hold).Alone() }) })),
        Granted(Ask.Forward(1, 2, 8), Rule.SharingGranted, "others forward there too", host => Plugged(host).Hold(Ask.Forward(2, 1, 8))),
        Story(OperationKind.ForwardFrame, Rule.Busy, "until commit its ends and its network stay as they are", host =>
        {
            var permit = Plugged(host).Prepare(Ask.Forward(1, 2, 8));
            host.Refuses(Ask.Stop(1), Rule.Busy).Refuses(Ask.Detach(2, 8), Rule.Busy).Commit(permit).Do(Ask.Stop(1), Ask.Detach(2, 8));
        }),
        Story(OperationKind.ForwardFrame, Rule.Busy, "after rollback its ends and its network are free", host =>
        {
            var permit = Plugged(host).Prepare(Ask.Forward(1, 2, 8));
            host.Rollback(permit).Do(Ask.Stop(1), Ask.Stop(2), Ask.Detach(1, 8), Ask.Detach(2, 8), Ask.Release(8));
        }),
    ];

    /// <summary>The same channel with labels whose order in the image is either way round.</summary>
    private static IEnumerable<Scenario> OnEachSide() => OtherNames.SelectMany(name =>
    {
        var policy = Town.Policy.WithLabel(name, "white");
        policy = policy with
        {
            Channels = [new($"to {name}", "green", name, AccessKind.Memory, 0, Flows.Out),
            new($"from {name}", name, "green", AccessKind.Memory, 0, Flows.In)]
        };
        Action<ScenarioHost> given = host => host.Under(policy).Running(1, "green").Running(2, name).Running(3, "green");
        return new[]
        {
            Granted(Ask.Window(5, 1, 2, Flows.Out), Rule.Channels, $"{name} has a channel each way and the first is taken", given),
            Refused(Ask.Window(5, 1, 2, Flows.In), Rule.Direction, $"{name} has a channel each way and only the second leads there", given),
            Granted(Ask.Window(5, 2, 3, Flows.In), Rule.Channels, $"{name} has a channel each way and the second is taken", given),
            Refused(Ask.Window(5, 2, 3, Flows.Out), Rule.Direction, $"{name} has a channel each way and only the first leads there", given),
        };
    });

    private static ScenarioHost Plugged(ScenarioHost host, string label = "red", Flows from = Flows.Both, Flows to = Flows.Both) =>
        host.Running(1, label).Running(2, label).Network(8, label).Do(Ask.Plug(1, 8, from), Ask.Plug(2, 8, to));

    private static void Opened(ScenarioHost host) => host
        .Is(state => state.Channels.Values.Single().Permit.IsNone && host[1].Hold.IsFree && host[2].Hold.IsFree)
        .Is(state => state.Channels.Values.Single().Initiator == Ask.D(1) && state.Channels.Values.Single().Target == Ask.D(2));

    /// <summary>A state in which a domain lost its label without being asked: no operation leads there.</summary>
    private static State Unlabelled(State state, ulong domain) =>
        state with { Domains = state.Domains.SetItem(Ask.D(domain), state.Domains[Ask.D(domain)] with { Label = Label.Unlabelled }) };

    /// <summary>A state in which a domain has another one's label without being asked: no operation leads there.</summary>
    private static State Labelled(State state, ulong domain, ulong other) =>
        state with
        {
            Domains = state.Domains.SetItem(Ask.D(domain),
            state.Domains[Ask.D(domain)] with { Label = state.Domains[Ask.D(other)].Label })
        };
}
