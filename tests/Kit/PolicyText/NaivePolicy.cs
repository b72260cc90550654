using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>
/// What a project file means, read from its words in the most naive way: names, lists and loops, worked out anew for each question. It knows
/// nothing of the checker, of compiled policies or of the monitor.
/// </summary>
/// <param name="sketch">The words.</param>
public sealed class NaivePolicy(PolicySketch sketch)
{
    /// <summary>Names of all labels.</summary>
    public IReadOnlyList<string> Labels { get; } = [.. sketch.Workloads.Concat(sketch.Labels).Select(label => label.Name)];

    /// <summary>The words.</summary>
    public PolicySketch Sketch => sketch;

    /// <summary>Types of a label.</summary>
    public IReadOnlyList<string> TypesOf(string label) => sketch.Workloads.Any(workload => workload.Name == label) ? [label] : Find(label).Types;

    /// <summary>True when two labels have a type in common.</summary>
    public bool Share(string x, string y) => TypesOf(x).Any(TypesOf(y).Contains);

    /// <summary>True when a label has a range of levels.</summary>
    public bool IsGuard(string label)
    {
        var words = Find(label);
        return (words.Secrecy is var (low, high) && low != high) || (words.Integrity is var (least, most) && least != most)
            || words.CategoriesHigh.Except(words.CategoriesLow).Any();
    }

    /// <summary>True when a resource can carry the label.</summary>
    public bool FitsResource(string label) => TypesOf(label).Count == 1 && !IsGuard(label);

    /// <summary>Null when information may flow from x to y as far as levels go; else the rule that fails.</summary>
    public string? FlowProblem(string x, string y)
    {
        var (from, to) = (Find(x), Find(y));
        var secrecy = Rank(sketch.Secrecy, to.Secrecy?.High) >= Rank(sketch.Secrecy, from.Secrecy?.Low);
        if (!secrecy || from.CategoriesLow.Any(category => !to.CategoriesHigh.Contains(category)))
            return "secrecy";
        return Rank(sketch.Integrity, from.Integrity?.High) >= Rank(sketch.Integrity, to.Integrity?.Low) ? null : "integrity";
    }

    /// <summary>May x reach y by a kind and port, information moving out, in or both ways: the rule, and whether it allows.</summary>
    public (bool Allowed, string Rule) Reach(string x, string y, string kind, uint port, bool outward, bool inward)
    {
        if (!outward && !inward)
            return (false, "direction");
        var grant = Grant(x, y, kind, port, outward, inward);
        if (!grant.Allowed)
            return grant;
        var problem = (outward ? FlowProblem(x, y) : null) ?? (inward ? FlowProblem(y, x) : null);
        return problem is null ? grant : (false, problem);
    }

    /// <summary>May information move directly from x to y, by anything.</summary>
    public bool Flows(string x, string y)
    {
        if (Share(x, y))
            return FlowProblem(x, y) is null;
        return sketch.Channels.Any(channel => CanCarry(channel, x, y)) && FlowProblem(x, y) is null;
    }

    /// <summary>True when a host may run a label, as far as its entry goes: types, and the places that conflict sets need.</summary>
    public string? HostProblem(string? host, string label)
    {
        var entry = sketch.Hosts.FirstOrDefault(candidate => candidate.Name == host) ?? sketch.Hosts.FirstOrDefault(candidate => candidate.Name == "default");
        if (entry is null)
            return "host-unknown";
        if (TypesOf(label).Any(type => !entry.Runs.Contains(type)))
            return "host";
        var needed = sketch.Conflicts.Where(set => TypesOf(label).Any(type => Position(type, set) is not null)).Select(set => set.Scope).ToList();
        return (needed.Contains("rack") && entry.Rack is null) || (needed.Contains("zone") && entry.Zone is null) ? "lease" : null;
    }

    /// <summary>Names of the conflict sets, of some, that keep two labels apart.</summary>
    public IReadOnlyList<string> Walls(string x, string y, IEnumerable<ConflictSketch> sets) =>
        [.. sets.Where(set => TypesOf(x).Any(mine => TypesOf(y).Any(theirs => AreApart(mine, theirs, set)))).Select(set => set.Name)];

    /// <summary>True when two types have positions in a set that conflict.</summary>
    public bool AreApart(string type, string other, ConflictSketch set)
    {
        var (one, two) = (Position(type, set), Position(other, set));
        return one is not null && two is not null && one != two && !Ancestors(one).Contains(two) && !Ancestors(two).Contains(one);
    }

    private string? Position(string type, ConflictSketch set) => new[] { type }.Concat(Ancestors(type)).FirstOrDefault(set.Of.Contains);

    private IEnumerable<string> Ancestors(string type)
    {
        for (var at = Parent(type); at is not null; at = Parent(at))
            yield return at;
    }

    private string? Parent(string type)
    {
        if (Find(type).Inherits is { } named)
            return named;
        var dot = type.LastIndexOf('.');
        return dot < 0 ? null : type[..dot];
    }

    private (bool Allowed, string Rule) Grant(string x, string y, string kind, uint port, bool outward, bool inward)
    {
        if (Share(x, y))
            return (true, "sharing-granted");
        var mine = sketch.Channels.FirstOrDefault(channel => Leads(channel, x, y, kind, port));
        if (mine is not null)
            return (outward && !CarriesOut(mine)) || (inward && !CarriesIn(mine)) ? (false, $"direction.{mine.Name}") : (true, $"channels.{mine.Name}");
        var theirs = sketch.Channels.FirstOrDefault(channel => Leads(channel, y, x, kind, port));
        return (false, theirs is null ? "sharing" : $"initiator.{theirs.Name}");
    }

    private static bool Leads(ChannelSketch channel, string x, string y, string kind, uint port) =>
        channel.From == x && channel.To == y && channel.Kind == kind && channel.Port == port;

    /// <summary>Does the channel let information move from its opener: what is read does not, what is one-way does.</summary>
    private static bool CarriesOut(ChannelSketch channel) => channel.Kind != "volume";

    private static bool CarriesIn(ChannelSketch channel) => !channel.OneWay;

    private static bool CanCarry(ChannelSketch channel, string x, string y) =>
        (channel.From == x && channel.To == y && CarriesOut(channel)) || (channel.From == y && channel.To == x && CarriesIn(channel));

    private static int Rank(IReadOnlyList<string> levels, string? level) => level is null ? 0 : levels.ToList().IndexOf(level);

    private LabelSketch Find(string name) => sketch.Workloads.Concat(sketch.Labels).First(label => label.Name == name);
}
