using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Cofferdam.Bench.Policy;

/// <summary>
/// A project file of the size that a large provider would have, always the same: 100 tenants with a type and five that inherit from it
/// (600 workloads), 400 labels of several types, 200 conflict sets, 2,000 channels, 100 hosts and 100 tests.
/// </summary>
internal sealed class RealisticProject
{
    private const int Tenants = 100;
    private const int TypesPerTenant = 6;
    private const int Groups = 20;
    private const int Conflicts = 200;
    private const int ChannelCount = 2000;
    private const int Hosts = 100;
    private const int Port = 4433;

    // Labels of several types, beside those that each type is by itself.
    private static readonly int[][] TypesOfLabels = [[1, 2], [3, 4, 5], [0, 1, 2, 3, 4, 5], [1, 5]];

    private static readonly string[] Secrecy = ["public", "internal", "confidential", "secret"];
    private static readonly string[] Integrity = ["untrusted", "checked", "trusted"];
    private static readonly string[] Categories = ["north", "east", "south", "west"];

    private readonly Random _random = new(20);
    private readonly StringBuilder _text = new();

    private RealisticProject()
    {
        Channels = [.. ChannelsBetween()];
        Write();
    }

    /// <summary>All channels: who opens it, to whom, what.</summary>
    public IReadOnlyList<(string From, string To, string Kind)> Channels { get; }

    /// <summary>All labels with their types.</summary>
    public static IEnumerable<(string Name, string[] Types)> Labels => Enumerable.Range(0, Tenants).SelectMany(tenant =>
        Enumerable.Range(0, TypesPerTenant).Select(type => (Type(tenant, type), (string[])[Type(tenant, type)]))
            .Concat(TypesOfLabels.Select((types, label) => (Label(tenant, label), types.Select(type => Type(tenant, type)).ToArray()))));

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Makes it.</summary>
    public static RealisticProject Make() => new();

    private static string Type(int tenant, int type) => type == 0 ? $"t{tenant:d3}" : $"t{tenant:d3}.work-{type}";

    private static string Label(int tenant, int label) => $"t{tenant:d3}-mix-{label}";

    private static string Levels(int tenant)
    {
        var group = tenant % Groups;
        return $"secrecy: {Secrecy[group % 4]}, integrity: {Integrity[group / 4 % 3]}, categories: [{Categories[group % 4]}]";
    }

    private void Write()
    {
        Line("coffer: 1\npolicy:\n  name: realistic\n  levels:");
        Line($"    secrecy: [{string.Join(", ", Secrecy)}]\n    integrity: [{string.Join(", ", Integrity)}]\n    categories: [{string.Join(", ", Categories)}]");
        Line("  workloads:");
        foreach (var tenant in Enumerable.Range(0, Tenants))
        {
            foreach (var type in Enumerable.Range(0, TypesPerTenant))
                Line($"    {Type(tenant, type)}: {{mark: \"T{tenant}\", color: blue, {Levels(tenant)}}}");
        }
        Line("  labels:");
        foreach (var tenant in Enumerable.Range(0, Tenants))
        {
            for (var label = 0; label < TypesOfLabels.Length; label++)
                Line($"    {Label(tenant, label)}: {{types: [{string.Join(", ", TypesOfLabels[label].Select(type => Type(tenant, type)))}], {Levels(tenant)}}}");
        }
        WriteRest();
    }

    private void WriteRest()
    {
        Line("  conflicts:");
        for (var set = 0; set < Conflicts; set++)
            Line($"    set-{set}: {{of: [{string.Join(", ", Rivals(set))}], scope: host, mode: {(set % 3 == 0 ? "history" : "running")}, why: \"they compete\"}}");
        Line("  channels:");
        for (var channel = 0; channel < Channels.Count; channel++)
            Line($"    channel-{channel}: {{from: {Channels[channel].From}, to: {Channels[channel].To}, kind: {Channels[channel].Kind}, why: \"agreed\"}}");
        Line("  hosts:");
        var types = string.Join(", ", Enumerable.Range(0, Tenants).SelectMany(tenant => Enumerable.Range(0, TypesPerTenant).Select(type => Type(tenant, type))));
        Line($"    default: {{runs: [{types}]}}");
        for (var host = 0; host < Hosts; host++)
            Line($"    host-{host}: {{runs: [{string.Join(", ", Enumerable.Range(0, TypesPerTenant).Select(type => Type(host % Tenants, type)))}], rack: rack-{host / 10}}}");
        Line("  tests:");
        for (var tenant = 0; tenant < Tenants; tenant++)
            Line($"    - {{deny: \"flow {Type(tenant, 1)} to {Type((tenant + 1) % Tenants, 1)}\", rule: sharing}}");
    }

    private IEnumerable<string> Rivals(int set)
    {
        var rivals = new HashSet<int>();
        while (rivals.Count < 2 + set % 4)
            rivals.Add(_random.Next(Tenants));
        return rivals.Select(tenant => Type(tenant, 0));
    }

    /// <summary>Between tenants of the same levels, or the levels would forbid them; never on the types that the tests deny.</summary>
    private IEnumerable<(string, string, string)> ChannelsBetween()
    {
        var seen = new HashSet<(string, string)>();
        while (seen.Count < ChannelCount)
        {
            var from = _random.Next(Tenants);
            var to = (from + Groups * _random.Next(1, Tenants / Groups)) % Tenants;
            var pair = (Type(from, _random.Next(2, TypesPerTenant)), Label(to, _random.Next(TypesOfLabels.Length)));
            if (seen.Add(pair))
                yield return (pair.Item1, pair.Item2, seen.Count % 5 == 0 ? "memory" : $"{{vsock: {Port + _random.Next(4)}}}");
        }
    }

    private void Line(string line) => _text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
