using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Attaching, in what it asks of all kinds of resources, and detaching. Domain 1 asks for resource 8.</summary>
internal static class AttachScenarios
{
    private static readonly (ResourceKind Kind, Operation Ask)[] Ways =
    [
        (ResourceKind.Volume, Ask.Read(1, 8)),
        (ResourceKind.Volume, Ask.Write(1, 8)),
        (ResourceKind.Network, Ask.Plug(1, 8)),
        (ResourceKind.Device, Ask.Device(1, 8)),
        (ResourceKind.Vtpm, Ask.Tpm(1, 8)),
        (ResourceKind.Console, Ask.Console(1, 8)),
    ];

    public static IEnumerable<Scenario> All => [.. Ways.SelectMany(way => Of(way.Kind, way.Ask)), .. Detaching, .. Detached];

    private static IEnumerable<Scenario> Of(ResourceKind kind, Operation operation)
    {
        var how = operation is AttachVolume { Writable: true } ? " to write" : "";
        return
        [
            Refused(operation, Rule.UnknownObject, $"there is no such {kind}{how}", host => host.Defined(1, "red")),
            Refused(operation, Rule.UnknownObject, $"there is no such machine for the {kind}{how}", host => host.Volume(8, "red")),
            .. Enum.GetValues<ResourceKind>().Where(other => other != kind).Select(other =>
                Refused(operation, Rule.Kind, $"it is a {other}{how}", host => host.Defined(1, "red").Resource(other, 8, "red"))),
            Refused(operation, Rule.Busy, $"the machine is held alone{how}", host =>
                host.Running(1, "red").Resource(kind, 8, "red").Hold(Ask.Pause(1))),
            Refused(operation, Rule.Busy, $"the machine is shared{how}", host =>
                host.Running(1, "red").Running(2, "red").Resource(kind, 8, "red").Hold(Ask.Connect(3, 1, 2))),
            Refused(operation, Rule.Busy, $"it is held alone{how}", host =>
                host.Defined(1, "red").Resource(kind, 8, "red").Hold(Ask.Release(8))),
            Refused(operation, Rule.Phase, $"the machine is saved{how}", host => host.Saved(1, "red").Resource(kind, 8, "red")),
            Refused(operation, Rule.Exists, $"it has it{how}", host => host.Defined(1, "red").Resource(kind, 8, "red").Do(operation)),
            Refused(operation, Rule.Limit, $"the machine has as many as it may{how}", host =>
                Full(host, MonitorLimits.Attachments).Resource(kind, 8, "red")),
            Granted(operation, Rule.SharingGranted, $"the machine has nearly as many as it may{how}", host =>
                Full(host, MonitorLimits.Attachments - 1).Resource(kind, 8, "red")),
            Granted(operation, Rule.SharingGranted, $"the machine runs{how}", host =>
                host.Running(1, "red").Resource(kind, 8, "red"), host => Attached(host, kind)),
            Granted(operation, Rule.SharingGranted, $"the machine is paused{how}", host =>
                host.Paused(1, "red").Resource(kind, 8, "red"), host => Attached(host, kind)),
            Granted(operation, Rule.SharingGranted, $"the machine is defined{how}", host =>
                host.Defined(1, "red").Resource(kind, 8, "red"), host => Attached(host, kind)),
            Story(operation.Kind, Rule.Busy, $"from prepare on it is attached, and the machine is held{how}", host =>
                Preparing(host, kind, operation)),
        ];
    }

    private static IEnumerable<Scenario> Detaching =>
    [
        Refused(Ask.Detach(1, 8), Rule.UnknownObject, "there is no such machine", host => host.Volume(8, "red")),
        Refused(Ask.Detach(1, 8), Rule.UnknownObject, "there is no such resource", host => host.Defined(1, "red")),
        Refused(Ask.Detach(1, 8), Rule.NotAttached, "it is attached to another", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Write(2, 8))),
        Refused(Ask.Detach(1, 8), Rule.NotAttached, "another is attached to it", host =>
            host.Defined(1, "red").Volume(8, "red").Volume(9, "red").Do(Ask.Write(1, 9))),
        Refused(Ask.Detach(1, 8), Rule.Busy, "the machine is held alone", host =>
            host.Running(1, "red").Volume(8, "red").Do(Ask.Write(1, 8)).Hold(Ask.Pause(1))),
        Refused(Ask.Detach(1, 8), Rule.Busy, "it is being attached", host => host.Running(1, "red").Volume(8, "red").Hold(Ask.Write(1, 8))),
        Refused(Ask.Detach(1, 8), Rule.Busy, "the machine is shared", host =>
            host.Running(1, "red").Running(2, "red").Volume(8, "red").Do(Ask.Write(1, 8)).Hold(Ask.Connect(3, 1, 2))),
        Refused(Ask.Detach(1, 8), Rule.Busy, "it is being wiped", host =>
            host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8)).Hold(Ask.Sanitize(ResidueKind.Volume, 8))),
        Allowed(Ask.Detach(1, 8), "it is being attached elsewhere", host =>
            host.Defined(1, "red").Defined(2, "red").Volume(8, "red").Do(Ask.Read(1, 8)).Hold(Ask.Read(2, 8))),
    ];

    private static IEnumerable<Scenario> Detached =>
    [
        Allowed(Ask.Detach(1, 8), "it is one of three", host => host.Running(1, "red").Volume(7, "red").Volume(8, "red").Volume(9, "red")
            .Do(Ask.Write(1, 9), Ask.Write(1, 7), Ask.Write(1, 8)), host => host
            .Is(state => host[1].Attachments.Length == 2 && state.Resources[Ask.R(8)].Users.IsEmpty && host[1].Hold.IsFree)
            .Is(state => state.Resources[Ask.R(8)].Hold.IsFree && state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, 8)))),
        Allowed(Ask.Detach(1, 8), "the machine is saved", host =>
            host.Running(1, "red").Network(8, "red").Do(Ask.Plug(1, 8), Ask.Save(1)), host => host.Is(_ => host[1].Attachments.IsEmpty)),
        Story(OperationKind.DetachResource, Rule.InUse, "until commit it is attached", host =>
        {
            var permit = host.Defined(1, "red").Volume(8, "red").Do(Ask.Write(1, 8)).Prepare(Ask.Detach(1, 8));
            host.Refuses(Ask.Release(8), Rule.Busy).Refuses(Ask.Start(1), Rule.Busy).Is(_ => host[1].Attachments.Length == 1)
                .Rollback(permit).Refuses(Ask.Release(8), Rule.InUse).Do(Ask.Detach(1, 8), Ask.Release(8));
        }),
    ];

    private static ScenarioHost Full(ScenarioHost host, int count) => host.Defined(1, "red").From(state =>
        FullState.Attachments(state, Ask.D(1), count));

    private static void Attached(ScenarioHost host, ResourceKind kind) => host
        .Is(state => host[1].Attachments.Length == 1 && state.Resources[Ask.R(8)].Users.SequenceEqual(new[] { Ask.D(1) }))
        .Is(_ => host[1].Attachments[0].Permit.IsNone && host[1].Hold.IsFree)
        .Is(state => state.Residues.ContainsKey(new ResidueId(ResidueKind.Volume, 8)) == (kind == ResourceKind.Volume))
        .Is(state => state.Residues.ContainsKey(new ResidueId(ResidueKind.Vtpm, 8)) == (kind == ResourceKind.Vtpm));

    private static void Preparing(ScenarioHost host, ResourceKind kind, Operation operation)
    {
        var permit = host.Running(1, "red").Resource(kind, 8, "red").Prepare(operation);
        host.Is(state => host[1].Attachments[0].Permit == permit.Id && state.Residues.Count == 1)
            .Refuses(Ask.Pause(1), Rule.Busy).Refuses(Ask.Release(8), Rule.Busy).Refuses(operation, Rule.Busy)
            .Rollback(permit).Is(_ => host[1].Attachments.IsEmpty).Do(Ask.Release(8));
    }
}
