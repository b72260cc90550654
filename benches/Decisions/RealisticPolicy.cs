using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Bench.Decisions;

/// <summary>
/// A policy of the size that a large provider would have, always the same: 100 tenants with a type and five types that inherit from it
/// each (600), and ten labels each (1,000); 20 combinations of levels, 200 conflict sets among tenants, 2,000 channels, 1,000 hosts,
/// 500 images, a key for each label, and the source line of everything.
/// </summary>
internal sealed class RealisticPolicy
{
    /// <summary>The host that the benchmark's machines run on: it may run everything.</summary>
    public const string ThisHost = "host-0";

    /// <summary>Tenants.</summary>
    public const int Tenants = 100;

    /// <summary>The first tenants are services of the provider: they have the same levels and are in no conflict set.</summary>
    public const int Services = 4;

    /// <summary>Labels of a tenant.</summary>
    public const int LabelsPerTenant = 10;

    /// <summary>Vsock port on which the labels 1 of the first two tenants reach each other.</summary>
    public const uint ServicePort = 4433;

    private const int TypesPerTenant = 6;
    private const int LevelCombinations = 20;
    private const int Conflicts = 200;
    private const int Channels = 2000;
    private const int Hosts = 1000;
    private const int Images = 500;
    private const int Racks = 50;
    private const int Zones = 5;

    // Types of each label of a tenant, by their numbers: type 0 is the parent of the others. The last but one is a gateway with a range of
    // levels, the last has other levels than its siblings, so that they share but information moves one way only.
    private static readonly int[][] TypesOfLabels = [[0], [1], [2], [3], [4], [5], [1, 2], [3, 4, 5], [0, 1, 2, 3, 4, 5], [1]];

    private readonly Random _random = new(20);

    private RealisticPolicy()
    {
    }

    /// <summary>What it says.</summary>
    /// <param name="officer">Id of the officer's key.</param>
    public static PolicyContent Make(Digest officer) => new RealisticPolicy().Content(officer);

    /// <summary>Name of a tenant's label.</summary>
    public static string Label(int tenant, int label) => $"tenant-{tenant:d3}/label-{label}";

    /// <summary>Id of the key of a name.</summary>
    public static Digest KeyId(string name) => Digest.Of(Encoding.UTF8.GetBytes($"key of {name}"));

    /// <summary>Id of the key that signs a tenant's specs.</summary>
    public static Digest SpecKey(int tenant) => KeyId($"tenant {tenant}");

    /// <summary>Digest of an image.</summary>
    public static Digest Image(int number) => Digest.Of(Encoding.UTF8.GetBytes($"image {number}"));

    private static string Type(int tenant, int type) => type == 0 ? $"tenant-{tenant:d3}" : $"tenant-{tenant:d3}.workload-{type}";

    private PolicyContent Content(Digest officer)
    {
        var content = new PolicyContent
        {
            Name = "realistic",
            Types = [.. Enumerable.Range(0, Tenants).SelectMany(TypesOf)],
            Labels = [.. Enumerable.Range(0, Tenants).SelectMany(LabelsOf)],
            SecrecyLevels = ["public", "internal", "confidential", "secret"],
            IntegrityLevels = ["untrusted", "checked", "trusted"],
            Categories = ["north", "east", "south", "west", "health", "finance", "defence", "research"],
            Channels = [.. ServiceChannels(), .. ChannelsBetween()],
            Conflicts = [.. Enumerable.Range(0, Conflicts).Select(Conflict)],
            Hosts = [.. Enumerable.Range(0, Hosts).Select(Host)],
            Images = [.. Enumerable.Range(0, Images).Select(Image)],
            Keys = [.. Keys(officer)],
        };
        return content with { Sources = [.. SourcesOf(content)] };
    }

    private static IEnumerable<SourceContent> SourcesOf(PolicyContent content)
    {
        (SourceKind, string)[] things =
        [
            .. content.Types.Select(type => (SourceKind.Type, type.Name)),
            .. content.Labels.Select(label => (SourceKind.Label, label.Name)),
            .. content.Channels.Select(channel => (SourceKind.Channel, channel.Name)),
            .. content.Conflicts.Select(conflict => (SourceKind.Conflict, conflict.Name)),
            .. content.Hosts.Select(host => (SourceKind.Host, host.Name)),
        ];
        return things.Select((thing, i) => new SourceContent(thing.Item1, thing.Item2, "policy.yaml", (uint)i + 1));
    }

    private static IEnumerable<TypeContent> TypesOf(int tenant) =>
        Enumerable.Range(0, TypesPerTenant).Select(type => new TypeContent(Type(tenant, type), type == 0 ? null : Type(tenant, 0)));

    private static IEnumerable<LabelContent> LabelsOf(int tenant) =>
        TypesOfLabels.Select((types, label) => Levelled(tenant, label, [.. types.Select(type => Type(tenant, type))]));

    private static LabelContent Levelled(int tenant, int label, string[] types)
    {
        var combination = (Group(tenant) + (label == LabelsPerTenant - 1 ? 7 : 0)) % LevelCombinations;
        var isGateway = label == LabelsPerTenant - 2;
        var secrecy = new Secrecy((byte)(combination % 4), 1UL << (combination % 8));
        var integrity = (byte)(combination / 4 % 3);
        return new LabelContent(Label(tenant, label), types)
        {
            SecrecyLow = secrecy,
            SecrecyHigh = isGateway ? new Secrecy(3, 0xff) : secrecy,
            IntegrityLow = isGateway ? (byte)0 : integrity,
            IntegrityHigh = integrity,
            Mark = $"T{tenant}",
            Color = "blue",
        };
    }

    /// <summary>Tenants of a group have the same levels.</summary>
    private static int Group(int tenant) => tenant < Services ? 0 : tenant % LevelCombinations;

    private static IEnumerable<ChannelContent> ServiceChannels() =>
    [
        new("service", Label(0, 1), Label(1, 1), AccessKind.Vsock, ServicePort, Flows.Both, "the provider's services talk to each other"),
        new("service window", Label(0, 1), Label(1, 1), AccessKind.Memory, 0, Flows.Both, "as before"),
    ];

    // Labels of different tenants share nothing, so any two of them can have a channel; officers write those that levels allow.
    private IEnumerable<ChannelContent> ChannelsBetween()
    {
        var seen = new HashSet<(string, string)>();
        while (seen.Count < Channels - 2)
        {
            var (from, to) = (_random.Next(Services, Tenants), _random.Next(Services, Tenants));
            var pair = (Label(from, _random.Next(LabelsPerTenant - 1)), Label(to, _random.Next(LabelsPerTenant - 1)));
            if (from != to && Group(from) == Group(to) && seen.Add(pair))
                yield return Channel(seen.Count, pair.Item1, pair.Item2);
        }
    }

    private ChannelContent Channel(int number, string from, string to) => (number % 5) switch
    {
        0 => new ChannelContent($"channel-{number}", from, to, AccessKind.Memory, 0, Flows.Out, "a feed"),
        1 => new ChannelContent($"channel-{number}", from, to, AccessKind.Volume, 0, Flows.In, "reference data"),
        _ => new ChannelContent($"channel-{number}", from, to, AccessKind.Vsock, (uint)_random.Next(4) + ServicePort, Flows.Both, "any"),
    };

    private ConflictContent Conflict(int number)
    {
        var tenants = new HashSet<int>();
        while (tenants.Count < 2 + number % 4)
            tenants.Add(_random.Next(Services, Tenants));
        var scope = number % 10 == 0 ? WallScope.Zone : number % 10 == 1 ? WallScope.Rack : WallScope.Host;
        var mode = number % 3 == 0 ? WallMode.History : WallMode.Running;
        return new ConflictContent($"set-{number}", [.. tenants.Select(tenant => Type(tenant, 0))], scope, mode, "competitors");
    }

    private HostContent Host(int number)
    {
        var tenants = Enumerable.Range(0, Tenants).Where(_ => number == 0 || _random.Next(100) < 30);
        return new HostContent($"host-{number}", [.. tenants.SelectMany(TypesOf).Select(type => type.Name)])
        {
            Rack = $"rack-{number % Racks}",
            Zone = $"zone-{number % Zones}",
            AttestationRequired = number % 2 == 0,
        };
    }

    private static IEnumerable<KeyContent> Keys(Digest officer) =>
    [
        new(KeyRole.Officer, officer),
        new(KeyRole.Officer, KeyId("second officer")),
        new(KeyRole.Verifier, KeyId("verifier")),
        new(KeyRole.Placer, KeyId("placer")),
        .. from tenant in Enumerable.Range(0, Tenants)
           from label in Enumerable.Range(0, LabelsPerTenant)
           select new KeyContent(KeyRole.Spec, SpecKey(tenant), Label(tenant, label)),
    ];
}
