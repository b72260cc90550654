using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Policies;
using static Cofferdam.Tests.Kit.Scenarios.Scenario;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Creating and destroying domains.</summary>
internal static class DomainScenarios
{
    private static readonly string[] ManyImages = [.. Enumerable.Repeat("micro", MonitorLimits.Images)];

    public static IEnumerable<Scenario> All => [.. Creating, .. Created, .. Destroying, .. Destroyed];

    private static IEnumerable<Scenario> Creating =>
    [
        Refused(Ask.Create(1, "red"), Rule.Limit, "there are as many as there may be", host => host.From(FullState.Domains)),
        Refused(Ask.Create(FullState.FirstId, "red"), Rule.Limit, "there are too many, whatever its id", host => host.From(FullState.Domains)),
        Refused(Ask.Create(1, "red", null, [.. ManyImages, "micro"]), Rule.Limit, "it has more images than it may"),
        Refused(Ask.Create(1, "red") with { Images = default }, Rule.Limit, "its images are not said", host => host.From(state => state)),
        Refused(Ask.Create(1, "red"), Rule.Exists, "its id is another's", host => host.Defined(1, "green")),
        Refused(Ask.Create(1, "red"), Rule.Exists, "its id is that of one being created", host => host.Hold(Ask.Create(1, "green"))),
        Refused(Ask.Create(1, "red"), Rule.Exists, "memory of the former one is left", host => host.Stopped(1, "red").Do(Ask.Destroy(1))),
        Refused(Ask.Create(1, "red"), Rule.Exists, "a saved image of the former one is left",
            host => host.Saved(1, "red").Do(Ask.Destroy(1), Ask.Sanitize(ResidueKind.Memory, 1))),
        Refused(Ask.Create(1, "nothing"), Rule.Exists, "its id is another's, before its label is looked at", host => host.Defined(1, "red")),
        Refused(Ask.Create(1, "nothing"), Rule.UnknownLabel, "there is no such label"),
        Refused(Ask.Create(1, null), Rule.Unlabelled, "it has no label and the policy denies that"),
        Refused(Ask.Create(1, "red", "green"), Rule.SpecKey, "the key is another label's"),
        Refused(Ask.Create(1, "red", "verifier"), Rule.SpecKey, "the key has another role"),
        Refused(Ask.Create(1, "red", null, "other"), Rule.Image, "the image is not listed"),
        Refused(Ask.Create(1, "red", null, "micro", "other"), Rule.Image, "the second image is not listed"),
        Refused(Ask.Create(1, "red", "green", "other"), Rule.SpecKey, "the key is wrong, before images are looked at"),
    ];

    private static IEnumerable<Scenario> Created =>
    [
        Allowed(Ask.Create(1, "red", null, "micro"), "label, key and image are right", null, host => host
            .Is(_ => host[1].Phase == Phase.Defined && host[1].Hold.IsFree && host[1].SpecKey == TestKeys.Id("red"))
            .Is(_ => host[1].Images.SequenceEqual(new[] { TestKeys.Image("micro") }))),
        Allowed(Ask.Create(1, "red", null, ManyImages), "it has as many images as it may"),
        Allowed(Ask.Create(1, null), "it has no label and the policy quarantines that",
            host => host.Under(Town.Quarantined), host => host.Is(_ => host[1].Label.IsUnlabelled)),
        Allowed(Ask.Create(1, "red"), "a rival runs, for it is not present yet", host => host.Running(2, "blue")),
        Allowed(Ask.Create(1, "foreign"), "this host does not run it, for it does not start"),
        Allowed(Ask.Create(8, "red"), "the data of a volume with its number is left",
            host => host.Running(1, "red").Volume(8, "red").Do(Ask.Write(1, 8), Ask.Detach(1, 8), Ask.Release(8))),
        Story(OperationKind.CreateDomain, Rule.Busy, "until it is committed it is there, but held", host =>
        {
            var permit = host.Prepare(Ask.Create(1, "red"));
            host.Refuses(Ask.Start(1), Rule.Busy).Is(_ => host[1].Hold.Exclusive).Commit(permit).Do(Ask.Start(1));
        }),
    ];

    private static IEnumerable<Scenario> Destroying =>
    [
        Refused(Ask.Destroy(1), Rule.Busy, "its TPM is being given up", host => host.Defined(1, "red").Do(Ask.Vtpm(8, 1)).Hold(Ask.Release(8))),
        Refused(Ask.Release(8), Rule.Busy, "its domain is being destroyed", host => host.Defined(1, "red").Do(Ask.Vtpm(8, 1)).Hold(Ask.Destroy(1))),
        Allowed(Ask.Destroy(1), "a volume of it is held by another", host => host
            .Defined(1, "red").Running(2, "red").Volume(8, "red", shareable: true).Do(Ask.Write(1, 8)).Hold(Ask.Write(2, 8))),
        Allowed(Ask.Release(8), "its domain was to be destroyed, but was not", host =>
        {
            host.Defined(1, "red").Do(Ask.Vtpm(8, 1));
            host.Rollback(host.Prepare(Ask.Destroy(1)));
        }),
    ];

    private static IEnumerable<Scenario> Destroyed =>
    [
        Allowed(Ask.Destroy(1), "it has a TPM and volumes", host => host
            .Defined(1, "north").Volume(7, "north").Volume(8, "north").Do(Ask.Vtpm(9, 1), Ask.Tpm(1, 9), Ask.Write(1, 7), Ask.Read(1, 8)),
            host => host
                .Is(state => state.Domains.IsEmpty && state.Resources.Count == 2 && state.Resources.Values.All(resource => resource.Users.IsEmpty))
                .Is(state => state.Residues.Count == 3)
                .Do(Ask.Release(7), Ask.Release(8))),
        Allowed(Ask.Destroy(1), "it was saved", host => host.Saved(1, "red"), host => host.Is(state => state.Residues.Count == 2)),
        Story(OperationKind.DestroyDomain, Rule.UnknownObject, "afterwards it is unknown", host => host
            .Defined(1, "red").Do(Ask.Destroy(1)).Refuses(Ask.Start(1), Rule.UnknownObject)),
        Story(OperationKind.DestroyDomain, Rule.Exists, "its id can be used again when all it left is sanitized", host => host
            .Stopped(1, "red").Do(Ask.Destroy(1)).Refuses(Ask.Create(1, "red"), Rule.Exists).Do(Ask.Sanitize(ResidueKind.Memory, 1), Ask.Create(1, "blue"))),
    ];
}
