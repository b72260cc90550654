using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Lays a sketch out as a project file has it.</summary>
public static class SketchTree
{
    /// <summary>The whole file.</summary>
    public static TextMap Of(PolicySketch sketch) => Map(("coffer", new TextScalar("1", false)), ("policy", Policy(sketch)));

    private static TextMap Policy(PolicySketch sketch)
    {
        var levels = Optional(
            ("secrecy", sketch.Secrecy.Count == 0 ? null : List(sketch.Secrecy)),
            ("integrity", sketch.Integrity.Count == 0 ? null : List(sketch.Integrity)),
            ("categories", sketch.Categories.Count == 0 ? null : List(sketch.Categories)));
        return Optional(
            ("name", new TextScalar("random")),
            ("unlabeled", sketch.Quarantine ? new TextScalar("quarantine") : null),
            ("levels", levels.Entries.Count == 0 ? null : levels),
            ("workloads", Named(sketch.Workloads.Select(label => (label.Name, Label(label))))),
            ("labels", Named(sketch.Labels.Select(label => (label.Name, Label(label))))),
            ("conflicts", Named(sketch.Conflicts.Select(set => (set.Name, Conflict(set))))),
            ("channels", Named(sketch.Channels.Select(channel => (channel.Name, Channel(channel))))),
            ("hosts", Named(sketch.Hosts.Select(host => (host.Name, Host(host))))),
            ("fixtures", Named(sketch.Fixtures.Select(fixture => (fixture.Name, Map((fixture.Kind, new TextScalar(fixture.Label))))))));
    }

    private static TextMap Label(LabelSketch label) => Optional(
        ("types", label.Types.Count == 0 ? null : List(label.Types)),
        ("inherits", label.Inherits is { } parent ? new TextScalar(parent) : null),
        ("secrecy", Range(label.Secrecy)),
        ("integrity", Range(label.Integrity)),
        ("categories", Categories(label)));

    private static TextScalar? Range((string Low, string High)? range) =>
        range is var (low, high) ? new TextScalar(low == high ? low : $"{low}..{high}") : null;

    private static TextNode? Categories(LabelSketch label)
    {
        if (label.CategoriesHigh.Count == 0)
            return null;
        return label.CategoriesLow.SequenceEqual(label.CategoriesHigh)
            ? List(label.CategoriesHigh)
            : Map(("low", List(label.CategoriesLow)), ("high", List(label.CategoriesHigh)));
    }

    private static TextMap Conflict(ConflictSketch set) => Optional(
        ("of", List(set.Of)),
        ("scope", set.Scope == "host" ? null : new TextScalar(set.Scope)),
        ("mode", set.Mode == "running" ? null : new TextScalar(set.Mode)),
        ("why", new TextScalar("they compete")));

    private static TextMap Channel(ChannelSketch channel) => Optional(
        ("from", new TextScalar(channel.From)),
        ("to", new TextScalar(channel.To)),
        ("kind", channel.Kind == "vsock" ? Map(("vsock", Number(channel.Port))) : new TextScalar(channel.Kind)),
        ("direction", channel.OneWay ? new TextScalar("one-way") : null));

    private static TextScalar Number(uint number) => new(number.ToString(CultureInfo.InvariantCulture), MayBeQuoted: false);

    private static TextMap Host(HostSketch host) => Optional(
        ("runs", List(host.Runs)),
        ("attest", host.Attest ? new TextScalar("required") : null),
        ("rack", host.Rack is { } rack ? new TextScalar(rack) : null),
        ("zone", host.Zone is { } zone ? new TextScalar(zone) : null));

    private static TextMap Named(IEnumerable<(string, TextMap)> entries) => new([.. entries.Select(entry => (entry.Item1, (TextNode)entry.Item2))]);

    private static TextMap Map(params (string, TextNode)[] entries) => new(entries);

    private static TextMap Optional(params (string Key, TextNode? Value)[] entries) =>
        new([.. entries.Where(entry => entry.Value is not null).Select(entry => (entry.Key, entry.Value!))]);

    private static TextList List(IEnumerable<string> words) => new([.. words.Select(word => (TextNode)new TextScalar(word))]);
}
