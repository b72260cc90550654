using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Random policies in words; all are right, so that whatever is said against one is a mistake of the checker.</summary>
public static class RandomSketches
{
    // Some of these are numbers, truth values or nothing to other readers of YAML.
    private static readonly string[] Roots = ["a-bank", "b-bank", "true", "null", "12", "no", "1e3", "x", "0x1f", "insurer", "y", "desk-9"];
    private static readonly string[] HostNames = ["default", "h1", "h2"];
    private static readonly string[] Parts = ["trading", "1", "x-2", "off", "desk"];

    /// <summary>A policy of at most this size.</summary>
    public static PolicySketch Make(Choices choices, PolicyScale scale)
    {
        var sketch = new PolicySketch
        {
            Quarantine = choices.Chance(30),
            Secrecy = Some(choices, "public", "internal", "secret", "top"),
            Integrity = Some(choices, "untrusted", "checked", "trusted"),
            Categories = Some(choices, "east", "west", "7"),
        };
        sketch = sketch with { Workloads = Workloads(choices, scale, sketch) };
        sketch = sketch with { Conflicts = Conflicts(choices, scale, sketch) };
        sketch = sketch with { Labels = Labels(choices, scale, sketch) };
        sketch = sketch with { Channels = Channels(choices, scale, sketch), Hosts = Hosts(choices, sketch) };
        return sketch with { Fixtures = Fixtures(choices, sketch) };
    }

    /// <summary>The first few of some words, or none.</summary>
    private static string[] Some(Choices choices, params string[] words) => words[..choices.Between(0, words.Length)];

    private static List<LabelSketch> Workloads(Choices choices, PolicyScale scale, PolicySketch sketch)
    {
        var made = new List<LabelSketch>();
        var count = choices.Between(2, scale.Types);
        for (var i = 0; i < count; i++)
        {
            var parent = made.Count > 0 && choices.Chance(45) ? choices.Pick(made).Name : null;
            var byName = parent is not null && choices.Chance(60);
            var name = byName ? $"{parent}.{choices.Pick(Parts)}" : $"{choices.Pick(Roots)}{(choices.Chance(30) ? $"-{choices.Below(90)}" : "")}";
            if (name.Length <= 64 && made.All(other => other.Name != name))
                made.Add(Levelled(choices, sketch, new LabelSketch(name) { Inherits = byName ? choices.Chance(10) ? parent : null : parent }));
        }
        return made;
    }

    private static LabelSketch Levelled(Choices choices, PolicySketch sketch, LabelSketch label) => !choices.Chance(40) ? label : label with
    {
        Secrecy = Range(choices, sketch.Secrecy),
        Integrity = Range(choices, sketch.Integrity),
        CategoriesLow = [.. sketch.Categories.Where((_, i) => i == 0 && choices.Chance(30))],
        CategoriesHigh = [.. sketch.Categories.Where((_, i) => i == 0 || choices.Chance(30))],
    };

    private static (string, string)? Range(Choices choices, IReadOnlyList<string> levels)
    {
        if (levels.Count == 0 || choices.Chance(30))
            return null;
        var low = choices.Below(levels.Count);
        return (levels[low], levels[choices.Chance(60) ? low : choices.Between(low, levels.Count - 1)]);
    }

    private static List<ConflictSketch> Conflicts(Choices choices, PolicyScale scale, PolicySketch sketch)
    {
        var naive = new NaivePolicy(sketch);
        var types = sketch.Workloads.Select(workload => workload.Name).ToList();
        return
        [
            .. from number in Enumerable.Range(0, choices.Between(0, scale.Conflicts))
               let members = Enumerable.Range(0, choices.Between(2, scale.Members)).Select(_ => choices.Pick(types)).Distinct().ToList()
               let scope = choices.Chance(75) ? "host" : choices.Pick(["rack", "zone"])
               let set = new ConflictSketch($"set-{number}", members, scope, choices.Pick(["running", "history"]))
               where members.Any(one => members.Any(other => naive.AreApart(one, other, set)))
               select set,
        ];
    }

    private static List<LabelSketch> Labels(Choices choices, PolicyScale scale, PolicySketch sketch)
    {
        var naive = new NaivePolicy(sketch);
        var types = sketch.Workloads.Select(workload => workload.Name).ToList();
        var made = new List<LabelSketch>();
        for (var i = choices.Between(0, scale.Labels); i > 0; i--)
        {
            var chosen = new List<string>();
            foreach (var type in Enumerable.Range(0, choices.Between(1, 3)).Select(_ => choices.Pick(types)).Distinct())
            {
                if (sketch.Conflicts.All(set => chosen.All(other => !naive.AreApart(type, other, set))))
                    chosen.Add(type);
            }
            made.Add(Levelled(choices, sketch, new LabelSketch($"label.{i}") { Types = chosen }));
        }
        return made;
    }

    private static List<ChannelSketch> Channels(Choices choices, PolicyScale scale, PolicySketch sketch)
    {
        var naive = new NaivePolicy(sketch);
        var made = new List<ChannelSketch>();
        for (var i = choices.Between(0, scale.Channels); i > 0; i--)
        {
            var (from, to, kind) = (choices.Pick(naive.Labels), choices.Pick(naive.Labels), choices.Pick(["vsock", "memory", "volume"]));
            var channel = new ChannelSketch(
                $"way-{i}",
                from,
                to,
                kind,
                kind == "vsock" ? (uint)choices.Between(1, 2) : 0,
                kind == "memory" && choices.Chance(50));
            if (Fits(naive, channel) && !made.Exists(other => (other.From, other.To, other.Kind, other.Port) == (from, to, kind, channel.Port)))
                made.Add(channel);
        }
        return made;
    }

    private static bool Fits(NaivePolicy naive, ChannelSketch channel) =>
        !naive.Share(channel.From, channel.To)
        && (channel.Kind == "volume" || naive.FlowProblem(channel.From, channel.To) is null)
        && (channel.OneWay || naive.FlowProblem(channel.To, channel.From) is null);

    private static List<HostSketch> Hosts(Choices choices, PolicySketch sketch)
    {
        return
        [
            .. from name in HostNames
               where choices.Chance(60)
               let runs = sketch.Workloads.Select(workload => workload.Name).Where(_ => !choices.Chance(8)).ToList()
               select new HostSketch(name, runs, choices.Chance(20), choices.Chance(80) ? "r1" : null, choices.Chance(80) ? choices.Pick(["z1", "z2"]) : null),
        ];
    }

    private static List<FixtureSketch> Fixtures(Choices choices, PolicySketch sketch)
    {
        var naive = new NaivePolicy(sketch);
        var labels = naive.Labels.Where(naive.FitsResource).ToList();
        string[] kinds = ["volume", "network", "device", "console"];
        return labels.Count == 0
            ? []
            : [.. kinds.Where(_ => choices.Chance(70)).Select((kind, i) => new FixtureSketch($"thing-{i}", kind, choices.Pick(labels)))];
    }
}
