using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Creating, releasing and relabelling resources.</summary>
internal static class ResourceScenarios
{
    private static readonly ResourceKind[] Plain = [ResourceKind.Volume, ResourceKind.Network, ResourceKind.Device, ResourceKind.Console];

    public static IEnumerable<Scenario> All =>
    [
        .. Creating, .. Plain.SelectMany(Labelling), .. Vtpms, .. Created, .. Releasing, .. Released, .. Relabelling, .. Relabelled,
    ];

    private static IEnumerable<Scenario> Creating =>
    [
        Refused(Ask.Volume(1, "red"), Rule.Limit, "there are as many as there may be", host => host.From(FullState.Resources)),
        Refused(Ask.Volume(FullState.FirstId, "red"), Rule.Limit, "there are too many, whatever its id", host =>
            host.From(FullState.Resources)),
        Decided(Ask.Volume(1, "red"), Rule.Unconditional, "there are nearly as many as there may be", host =>
            host.From(FullState.NearlyResources)),
        Refused(Ask.Volume(1, "red"), Rule.Limit, "as much is left as may be", host => host.From(state => FullState.Residues(state))),
        Decided(Ask.Volume(1, "red"), Rule.Unconditional, "nearly as much is left as may be", host => host.From(state =>
            FullState.Residues(state, 1))),
        Refused(Ask.Volume(8, "red"), Rule.Exists, "its id is another's", host => host.Volume(8, "green")),
        Refused(Ask.Volume(8, "red"), Rule.Exists, "its id is that of one being created", host => host.Hold(Ask.Volume(8, "green"))),
        Refused(Ask.Volume(8, "red"), Rule.Exists, "data of a volume of that id is left", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Detach(1, 8), Ask.Release(8))),
        Refused(Ask.Volume(8, "red"), Rule.Exists, "data of a TPM of that id is left", host =>
            host.Defined(1, "red").Do(Ask.Vtpm(8, 1), Ask.Tpm(1, 8), Ask.Destroy(1))),
        Allowed(Ask.Volume(8, "red"), "data of a machine with that number is left", host => host.Saved(8, "red").Do(Ask.Destroy(8))),
        Allowed(Ask.Volume(8, "red"), "what a volume of that id left is wiped", host =>
            host.Defined(1, "red").Volume(8, "red")
                .Do(Ask.Write(1, 8), Ask.Detach(1, 8), Ask.Release(8), Ask.Sanitize(ResidueKind.Volume, 8))),
        Refused(Ask.Resource(8, ResourceKind.Console + 1, "red"), Rule.Kind, "it is of no known kind", host => host.From(state => state)),
        Refused(Ask.Resource(8, ResourceKind.Network, "red", shareable: true), Rule.Kind, "a network is to be shareable"),
        Refused(Ask.Resource(8, ResourceKind.Device, "red", shareable: true), Rule.Kind, "a device is to be shareable"),
        Refused(Ask.Resource(8, ResourceKind.Console, "red", shareable: true), Rule.Kind, "a console is to be shareable"),
        Refused(Ask.Vtpm(8, 1) with { Shareable = true }, Rule.Kind, "a TPM is to be shareable", host => host.Defined(1, "red")),
        Refused(Ask.Resource(8, ResourceKind.Network, "green-and-blue", shareable: true), Rule.Kind,
            "its kind is wrong, before its label is looked at"),
    ];

    private static IEnumerable<Scenario> Vtpms =>
    [
        Refused(Ask.Vtpm(8, 1), Rule.UnknownObject, "the machine of a TPM does not exist"),
        Refused(Ask.Vtpm(8, 1), Rule.Busy, "the machine of a TPM is held alone", host => host.Running(1, "red").Hold(Ask.Pause(1))),
        Refused(Ask.Vtpm(8, 1), Rule.Exclusive, "the machine has a TPM", host => host.Defined(1, "red").Do(Ask.Vtpm(9, 1))),
        Refused(Ask.Vtpm(8, 1), Rule.Exclusive, "a TPM is being created for the machine", host =>
            host.Defined(1, "red").Hold(Ask.Vtpm(9, 1))),
        Allowed(Ask.Vtpm(8, 1), "its machine has none, whatever its labels", host => host.Defined(1, "green-and-blue"), host => host
            .Is(state => state.Resources[Ask.R(8)].Label == host[1].Label && state.Resources[Ask.R(8)].BoundTo == Ask.D(1))
            .Is(_ => host[1].Vtpm == Ask.R(8) && host[1].Hold.IsFree)),
        Allowed(Ask.Vtpm(8, 1), "its machine is shared by others", host =>
            host.Running(1, "red").Running(2, "red").Hold(Ask.Connect(1, 1, 2))),
        Allowed(Ask.Vtpm(8, 1), "its machine has no label", host => host.Under(Town.Quarantined).Defined(1, null)),
        Allowed(Ask.Vtpm(8, 1), "the former one was given up", host => host.Defined(1, "red").Do(Ask.Vtpm(9, 1), Ask.Release(9))),
        Allowed(Ask.Vtpm(8, 1), "the former one was to be created, but was not", host =>
        {
            host.Defined(1, "red");
            host.Rollback(host.Prepare(Ask.Vtpm(9, 1)));
        }),
        Story(OperationKind.CreateResource, Rule.Busy,
            "until a TPM is committed its machine cannot change its phase, and it cannot be attached", host =>
        {
            var permit = host.Running(1, "red").Prepare(Ask.Vtpm(8, 1));
            host.Refuses(Ask.Pause(1), Rule.Busy).Refuses(Ask.Tpm(1, 8), Rule.Busy).Commit(permit).Do(Ask.Tpm(1, 8), Ask.Pause(1));
        }),
    ];

    private static IEnumerable<Scenario> Created =>
    [
        Allowed(Ask.Volume(8, "red", shareable: true), "it is a volume", null, host => host
            .Is(state => state.Resources[Ask.R(8)].Shareable)),
        Allowed(Ask.Volume(8, "red"), "it is a volume of one machine", null, host => host
            .Is(state => !state.Resources[Ask.R(8)].Shareable && state.Resources[Ask.R(8)].Hold.IsFree
                && state.Resources[Ask.R(8)].KeepsData)),
        Allowed(Ask.Volume(8, "vault-secret"), "its level is high, but no range"),
        Allowed(Ask.Volume(8, "north"), "data of a rival is there, for it is attached to nothing", host => host.Stopped(1, "south")),
        Story(OperationKind.CreateResource, Rule.Busy, "until it is committed it is there, but held", host =>
        {
            var permit = host.Defined(1, "red").Prepare(Ask.Volume(8, "red"));
            host.Refuses(Ask.Write(1, 8), Rule.Busy).Refuses(Ask.Release(8), Rule.Busy).Commit(permit).Do(Ask.Write(1, 8));
        }),
    ];

    private static IEnumerable<Scenario> Releasing =>
    [
        Refused(Ask.Release(8), Rule.UnknownObject, "there is no such resource"),
        Refused(Ask.Release(8), Rule.Busy, "it is held alone", host => host.Volume(8, "red").Hold(Ask.RelabelResource(8, "red"))),
        Refused(Ask.Release(8), Rule.Busy, "it is being attached", host => host.Defined(1, "red").Volume(8, "red").Hold(Ask.Write(1, 8))),
        Refused(Ask.Release(8), Rule.InUse, "it is attached to what does not run", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8))),
        Refused(Ask.Release(8), Rule.InUse, "it is attached to one more", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Read(1, 8), Ask.Read(2, 8), Ask.Detach(1, 8))),
    ];

    private static IEnumerable<Scenario> Released =>
    [
        Allowed(Ask.Release(8), "it was detached, and its data is left", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Detach(1, 8)), host => host
            .Is(state => state.Resources.IsEmpty && state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, 8)))),
        Allowed(Ask.Release(8), "it is a TPM, which its machine does not have any more", host => host.Defined(1, "red").Do(Ask.Vtpm(8, 1)),
            host => host.Is(_ => host[1].Vtpm == null).Do(Ask.Vtpm(9, 1))),
        Story(OperationKind.ReleaseResource, Rule.Busy, "until commit it is there, but held", host =>
        {
            var permit = host.Defined(1, "red").Volume(8, "red").Prepare(Ask.Release(8));
            host.Refuses(Ask.Write(1, 8), Rule.Busy).Refuses(Ask.Volume(8, "red"), Rule.Exists).Commit(permit)
                .Refuses(Ask.Write(1, 8), Rule.UnknownObject);
        }),
    ];

    private static IEnumerable<Scenario> Relabelling =>
    [
        Refused(Ask.RelabelResource(8, "red"), Rule.UnknownObject, "there is no such resource"),
        Refused(Ask.RelabelResource(8, "green"), Rule.Kind, "it is a TPM", host => host.Defined(1, "red").Do(Ask.Vtpm(8, 1))),
        Refused(Ask.RelabelResource(8, "green"), Rule.Busy, "it is held alone", host => host.Volume(8, "red").Hold(Ask.Release(8))),
        Refused(Ask.RelabelResource(8, "green"), Rule.Busy, "it is being attached", host =>
            host.Defined(1, "red").Volume(8, "red").Hold(Ask.Write(1, 8))),
        Refused(Ask.RelabelResource(8, "green"), Rule.InUse, "it is attached to what runs", host =>
            host.Running(1, "red").Volume(8, "red").Do(Ask.Write(1, 8))),
        Refused(Ask.RelabelResource(8, "green"), Rule.InUse, "it is attached to what is paused", host =>
            host.Paused(1, "red").Network(8, "red").Do(Ask.Plug(1, 8))),
        Refused(Ask.RelabelResource(8, "green"), Rule.InUse, "it is attached to what is starting", host =>
            host.Defined(1, "red").Network(8, "red").Do(Ask.Plug(1, 8)).Hold(Ask.Start(1))),
        Refused(Ask.RelabelResource(8, "green"), Rule.InUse, "it is attached to two, of which the second runs", host =>
            host.Defined(1, "red").Running(2, "red").Network(8, "red").Do(Ask.Plug(1, 8), Ask.Plug(2, 8))),
        Refused(Ask.RelabelResource(8, "green"), Rule.Residue, "its data is left", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Detach(1, 8))),
        Refused(Ask.RelabelResource(8, "nothing"), Rule.Residue, "its data is left, before its label is looked at", host =>
            host.Running(1, "red").Volume(8, "red").Do(Ask.Dump(1, 8))),
        Refused(Ask.RelabelResource(8, "south"), Rule.History, "a rival of the new label left data", host =>
            host.Stopped(1, "north").Volume(8, "red"), "poles"),
        Refused(Ask.RelabelResource(8, "south"), Rule.History, "a rival of the new label runs", host =>
            host.Running(1, "northern").Volume(8, "red"), "poles"),
        Allowed(Ask.RelabelResource(8, "blue"), "a rival of the new label runs, in a set of running ones", host =>
            host.Running(1, "red").Volume(8, "green")),
        Allowed(Ask.RelabelResource(8, "south"), "it is a network, which keeps nothing", host =>
            host.Stopped(1, "north").Network(8, "red")),
    ];

    private static IEnumerable<Scenario> Relabelled =>
    [
        Allowed(Ask.RelabelResource(8, "green"), "it is clean", host => host.Volume(8, "red").Volume(9, "green"), host => host
            .Is(state => state.Resources[Ask.R(8)].Label == state.Resources[Ask.R(9)].Label && state.Resources[Ask.R(8)].Hold.IsFree)),
        Allowed(Ask.RelabelResource(8, null), "the policy quarantines what has no label", host =>
            host.Under(Town.Quarantined).Volume(8, "red"),
            host => host.Is(state => state.Resources[Ask.R(8)].Label.IsUnlabelled)),
        Allowed(Ask.RelabelResource(8, "green"), "it is attached to what was stopped", host =>
            host.Stopped(1, "red").Network(8, "red").Do(Ask.Plug(1, 8))),
        Refused(Ask.RelabelResource(8, "zone-a"), Rule.Lease, "its zone has no lease", host => host.Volume(8, "red"), "zones"),
        Allowed(Ask.RelabelResource(8, "zone-a"), "its zone has no lease, but a network keeps nothing", host => host.Network(8, "red")),
        Story(OperationKind.RelabelResource, Rule.History,
            "attached to what does not run it is present with its new label, and not with its former one", host => host
            .Defined(1, "north").Volume(8, "north").Do(Ask.Write(1, 8), Ask.Sanitize(ResidueKind.Volume, 8))
            .Defined(2, "south").Refuses(Ask.Start(2), Rule.History, "poles")
            .Do(Ask.Grant("zones", "zone-a", "z1"), Ask.RelabelResource(8, "zone-a"), Ask.Start(2), Ask.Grant("zones", "zone-b", "z1"))
            .Defined(3, "zone-b").Refuses(Ask.Start(3), Rule.History, "zones")),
        Story(OperationKind.RelabelResource, Rule.History, "its new label counts as present from prepare on, attached or not", host =>
        {
            var permit = host.Volume(8, "white").Defined(1, "north").Prepare(Ask.RelabelResource(8, "south"));
            host.Refuses(Ask.Start(1), Rule.History, "poles").Rollback(permit).Do(Ask.Start(1));
        }),
        Story(OperationKind.RelabelResource, Rule.History, "attached to nothing its new label does not count after commit", host =>
        {
            var permit = host.Volume(8, "white").Defined(1, "north").Prepare(Ask.RelabelResource(8, "south"));
            host.Refuses(Ask.Start(1), Rule.History, "poles").Commit(permit).Do(Ask.Start(1));
        }),
        Story(OperationKind.RelabelResource, Rule.Unconditional, "the new label of a network does not count", host =>
        {
            host.Network(8, "white").Defined(1, "north").Hold(Ask.RelabelResource(8, "south")).Do(Ask.Start(1));
        }),
        Story(OperationKind.RelabelResource, Rule.Busy, "its label is the former one until commit", host =>
        {
            var permit = host.Volume(8, "red").Defined(1, "green").Prepare(Ask.RelabelResource(8, "green"));
            host.Refuses(Ask.Write(1, 8), Rule.Busy)
                .Is(state => state.Resources[Ask.R(8)].Label != host[1].Label).Commit(permit).Do(Ask.Write(1, 8));
        }),
    ];

    /// <summary>What creating and relabelling ask about the label, in the same words.</summary>
    private static IEnumerable<Scenario> Labelling(ResourceKind kind) =>
    [
        .. Labelling($"a {kind} is made", (label, key) => Ask.Resource(8, kind, label, key), host => host.Volume(9, "red")),
        .. Labelling($"a {kind} is relabelled", (label, key) => Ask.RelabelResource(8, label, key), host =>
            host.Resource(kind, 8, "white")),
    ];

    private static IEnumerable<Scenario> Labelling(string when, System.Func<string?, string?, Operation> ask,
        System.Action<ScenarioHost> given) =>
    [
        Refused(ask("nothing", null), Rule.UnknownLabel, $"{when} with an unknown label", given),
        Refused(ask(null, null), Rule.Unlabelled, $"{when} without a label and the policy denies that", given),
        Refused(ask("green-and-blue", null), Rule.ResourceLabel, $"{when} with a label of two types", given),
        Refused(ask("vault-guard", null), Rule.ResourceLabel, $"{when} with a range of secrecy", given),
        Refused(ask("vault-checker", null), Rule.ResourceLabel, $"{when} with a range of integrity", given),
        Refused(ask("red", "green"), Rule.SpecKey, $"{when} with the key of another label", given),
        Refused(ask("vault-guard", "green"), Rule.ResourceLabel, $"{when} with a range and a wrong key", given),
        Allowed(ask("red", null), $"{when} with its own key", given),
        Allowed(ask(null, null), $"{when} without a label and the policy quarantines that", host => given(host.Under(Town.Quarantined))),
    ];
}
