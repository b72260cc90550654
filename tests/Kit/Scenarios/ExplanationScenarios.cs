using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What a refusal carries for an explanation: labels, channel or set, what stands in the way.</summary>
internal static class ExplanationScenarios
{
    public static IEnumerable<Scenario> All => [.. Obstacles, .. Labels];

    private static IEnumerable<Scenario> Obstacles =>
    [
        Story(Rule.Conflicts, "the live machines that conflict stand in the way", host =>
        {
            host.Running(1, "blue").Paused(2, "green-and-blue").Running(3, "green").Stopped(4, "blue").Volume(8, "blue").Do(Ask.Write(4, 8))
                .Defined(9, "crimson");
            Obstruct(host, Ask.Start(9), [Machine(host, 1, "blue"), Machine(host, 2, "green-and-blue")]);
        }),
        Story(Rule.History, "machines, residues and attached volumes that conflict stand in the way", host =>
        {
            host.Defined(1, "south").Volume(8, "south").Volume(7, "south").Do(Ask.Vtpm(6, 1), Ask.Write(1, 8), Ask.Tpm(1, 6))
                .Resource(ResourceKind.Console, 5, "south")
                .Do(Ask.Console(1, 5), Ask.Start(1)).Running(2, "red").Defined(9, "north");
            Obstruct(host, Ask.Start(9), [
                Machine(host, 1, "south"), Left(host, ResidueKind.Memory, 1), Left(host, ResidueKind.Volume, 8),
                    Left(host, ResidueKind.Vtpm, 6),
                Attached(host, 1, 6), Attached(host, 1, 8),
            ]);
        }),
        Story(Rule.History, "where only volumes conflict, they alone stand in the way", host =>
        {
            host.Defined(1, "white").Volume(8, "white")
                .Do(Ask.Write(1, 8), Ask.Sanitize(ResidueKind.Volume, 8), Ask.RelabelResource(8, "south"), Ask.Detach(1, 8));
            host.Defined(2, "south").Do(Ask.Write(2, 8)).Do(Ask.Sanitize(ResidueKind.Volume, 8)).Defined(9, "north");
            Obstruct(host, Ask.Start(9), [Attached(host, 2, 8)]);
        }),
        Story(Rule.History, "what is to become of a type that conflicts stands in the way", host =>
        {
            host.Volume(8, "white").Network(7, "white").Volume(6, "white").Defined(9, "north")
                .Hold(Ask.RelabelResource(7, "south"), Ask.RelabelResource(6, "green"), Ask.Create(5, "south"),
                    Ask.RelabelResource(8, "south"));
            Obstruct(host, Ask.Start(9), [new Obstacle(LabelOf(host, "south"), default, Ask.R(8), default, false)]);
        }),
        Story(Rule.Conflicts, "of two types only the one in the set is looked at", host =>
        {
            host.Running(1, "green").Running(2, "red").Defined(9, "green-and-blue");
            Obstruct(host, Ask.Start(9), [Machine(host, 2, "red")]);
        }),
    ];

    private static IEnumerable<Scenario> Labels =>
    [
        Story(Rule.Sharing, "both labels are named", host =>
            Names(host.Running(1, "red").Running(2, "green"), Ask.Connect(5, 1, 2), "red", "green")),
        Story(Rule.Secrecy, "both labels are named", host =>
            Names(host.Defined(1, "vault-secret").Volume(8, "vault"), Ask.Write(1, 8), "vault-secret", "vault")),
        Story(Rule.Relabelled, "the saved label is named", host =>
            Names(host.Saved(1, "red").Do(Ask.Relabel(1, "green")), Ask.Resume(1), "green", "red")),
        Story(Rule.Conflicts, "the asking label is named", host =>
            Names(host.Running(1, "red").Defined(2, "blue"), Ask.Start(2), "blue", null)),
        Story(Rule.History, "the label of the volume is named", host =>
            Names(host.Stopped(1, "south").Defined(2, "green").Volume(8, "north"), Ask.Read(2, 8), "north", null)),
        Story(Rule.LabelRemoved, "the label is named", host =>
            Names(host.Defined(1, "red"), host.Update(Town.Policy.WithoutLabel("red")), "red", null)),
        Story(Rule.LabelRemoved, "the saved label is named when only that is gone", host =>
            Names(host.Saved(1, "red").Do(Ask.Relabel(1, "green")), host.Update(Town.Policy.WithoutLabel("red")), "red", null)),
        Story(Rule.Image, "the label is named", host => Names(host, Ask.Create(1, "red", null, "other"), "red", null)),
        Story(Rule.Direction, "the channel is named", host =>
            NamesChannel(host.Running(1, "green").Running(2, "white"), Ask.Window(5, 1, 2, Flows.In), AccessKind.Memory)),
        Story(Rule.Initiator, "the channel is named", host =>
            NamesChannel(host.Running(1, "white").Running(2, "green"), Ask.Connect(5, 1, 2), AccessKind.Vsock)),
        Story(Rule.Channels, "the channel that grants is named", host =>
            NamesChannel(host.Running(1, "green").Running(2, "white"), Ask.Connect(5, 1, 2), AccessKind.Vsock)),
        Story(Rule.Unlabelled, "a label beyond those of the policy is none", host => host.Is(state =>
            BeyondAll(state).Rule == Rule.Unlabelled)
            .Under(Town.Quarantined).Is(state => BeyondAll(state).Rule == Rule.Quarantine)),
        Story(Rule.SharingGranted, "what is shared names no channel", host =>
            host.Running(1, "red").Is(state => Ask.Connect(5, 1, 1).Decide(state).Item == -1 && Ask.Start(2).Decide(state).Item == -1)),
        Story(Rule.Direction, "without a channel none is named", host =>
            host.Running(1, "red").Running(2, "green").Is(state => Ask.Window(5, 1, 2, Flows.None).Decide(state).Item == -1)),
        Story(Rule.Unconditional, "a grant that compares nothing names nothing", host => host.Defined(1, "red")
            .Is(state => Ask.Start(1).Decide(state) == new Decision(Rule.Unconditional, default, default, -1))),
    ];

    private static Scenario Story(Rule rule, string sentence, Action<ScenarioHost> play) =>
        new(OperationKind.None, rule, $"Refused by {rule.Id()}: {sentence}", play);

    private static void Obstruct(ScenarioHost host, StartDomain operation, ImmutableArray<Obstacle> expected)
    {
        var actual = host.Monitor.Prepare(operation).Refusal!.Obstacles;
        var (stand, should) = (string.Join("; ", actual), string.Join("; ", expected));
        ScenarioHost.Demand(actual.SequenceEqual(expected), $"in the way stand {stand}, not {should}");
    }

    private static void Names(ScenarioHost host, Operation operation, string subject, string? other)
    {
        var decision = host.Monitor.Decide(operation);
        ScenarioHost.Demand(decision.Subject == LabelOf(host, subject), $"{decision} does not name {subject}");
        ScenarioHost.Demand(decision.Other == (other is null ? default : LabelOf(host, other)), $"{decision} does not name {other}");
    }

    private static void NamesChannel(ScenarioHost host, Operation operation, AccessKind kind)
    {
        var decision = host.Monitor.Decide(operation);
        var channel = host.State.Policy!.Channels[decision.Item];
        var (green, white) = (LabelOf(host, "green").Index, LabelOf(host, "white").Index);
        ScenarioHost.Demand(channel.Kind == kind && channel.Low == Math.Min(green, white) && channel.High == Math.Max(green, white),
            $"{decision} names {channel}");
    }

    /// <summary>Asks about the first label that there is, and the first that there is not.</summary>
    private static Decision BeyondAll(State state)
    {
        var policy = state.Policy!;
        var (first, beyond) = (Label.At(0), Label.At(policy.LabelCount));
        var decisions = new[] { (first, beyond), (beyond, first) }
            .Select(pair => Reach.Decide(policy, pair.Item1, pair.Item2, AccessKind.None, 0, Flows.Both)).ToList();
        ScenarioHost.Demand(decisions[0].Rule == decisions[1].Rule && decisions.All(decision =>
            decision.Item == -1), "it matters which side it is on");
        return decisions[0];
    }

    private static Label LabelOf(ScenarioHost host, string name) => Label.At(host.State.Policy!.FindLabel(KeyBook.OfLabel(name)));

    private static Obstacle Machine(ScenarioHost host, ulong domain, string label) =>
        new(LabelOf(host, label), Ask.D(domain), default, default, false);

    private static Obstacle Left(ScenarioHost host, ResidueKind kind, ulong id) =>
        new(LabelOf(host, "south"), default, default, new ResidueId(kind, id), true);

    private static Obstacle Attached(ScenarioHost host, ulong domain, ulong resource) =>
        new(LabelOf(host, "south"), Ask.D(domain), Ask.R(resource), default, false);
}
