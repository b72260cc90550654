using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Adds to a project what policies can do without and a checker reads all the same: keys, images, a predecessor, tests, tenants.</summary>
public static class RandomExtras
{
    private static readonly string Digest = "sha256:" + new string('a', 64);

    /// <summary>The whole file of a sketch.</summary>
    public static TextMap Of(Choices choices, PolicySketch sketch)
    {
        var root = SketchTree.Of(sketch);
        var policy = (TextMap)root.Entries[1].Value;
        return new TextMap(
        [
            root.Entries[0],
            ("policy", new TextMap([.. policy.Entries, .. Policy(choices, sketch)])),
            ("tenants", new TextMap([("t-1", Tenant(choices, sketch))])),
        ]);
    }

    private static IEnumerable<(string, TextNode)> Policy(Choices choices, PolicySketch sketch)
    {
        yield return ("serial", new TextScalar("2", false));
        yield return ("from", Map(("serial", new TextScalar("1", false)), ("digest", new TextScalar(Digest))));
        yield return ("images", Map(("micro", new TextScalar(Digest))));
        var label = sketch.Workloads[0].Name;
        yield return ("keys", Map(("officers", List([Digest])), ("verifiers", List([])), ("specs", Map((label, List([Digest]))))));
        yield return ("tests", new TextList([.. Enumerable.Range(0, choices.Between(0, 4)).Select(_ => Test(choices, sketch))]));
    }

    private static TextMap Test(Choices choices, PolicySketch sketch)
    {
        var (one, other) = (Label(choices, sketch), Label(choices, sketch));
        var thing = choices.PickOrDefault(sketch.Fixtures)?.Name ?? "thing";
        var statement = choices.Below(6) switch
        {
            0 => $"start {one}",
            1 => $"resume {one}",
            2 => $"attach {thing} to {one} for {choices.Pick(["read", "write"])}",
            3 => $"connect {one} to {other} vsock {choices.Between(1, 2)}",
            4 => $"connect {one} to {other} memory{choices.Pick(["", " one-way"])}",
            _ => $"flow {one} to {other}",
        };
        return Map(
            (choices.Pick(["allow", "deny"]), new TextScalar(statement)),
            ("given", List(Enumerable.Range(0, choices.Between(0, 2)).Select(_ => Fact(choices, sketch, thing)))));
    }

    private static string Fact(Choices choices, PolicySketch sketch, string thing) => choices.Below(5) switch
    {
        0 => $"{Label(choices, sketch)} runs",
        1 => $"{Label(choices, sketch)} is paused",
        2 => $"{Label(choices, sketch)} is saved",
        3 => $"{Label(choices, sketch)} was here",
        _ => $"{thing} is attached to {Label(choices, sketch)}",
    };

    private static TextMap Tenant(Choices choices, PolicySketch sketch)
    {
        var label = sketch.Workloads[0].Name;
        var channels = sketch.Channels.Where(channel => channel.From == label || channel.To == label).Select(channel => channel.Name);
        return Map(
            ("owners", List(["group:ops"])),
            ("budget", Map(("vcpu", new TextScalar("4", false)), ("memory", new TextScalar("2GiB")))),
            ("disks", Map(("disk-1", Map(("size", new TextScalar("1GiB")), ("label", new TextScalar(label)), ("encrypt", new TextScalar("true", false)))))),
            ("networks", Map(("net-1", Map(("cidr", new TextScalar("10.0.0.0/8")), ("label", new TextScalar(Label(choices, sketch))))))),
            ("vms", Map(("vm-1", Map(
                ("label", new TextScalar(label)),
                ("image", new TextScalar("micro")),
                ("memory", new TextScalar("192MiB")),
                ("disks", List(["disk-1"])),
                ("channels", List(channels)))))));
    }

    private static string Label(Choices choices, PolicySketch sketch) => choices.Pick([.. sketch.Workloads, .. sketch.Labels]).Name;

    private static TextMap Map(params (string, TextNode)[] entries) => new(entries);

    private static TextList List(IEnumerable<string> words) => new([.. words.Select(word => (TextNode)new TextScalar(word))]);
}
