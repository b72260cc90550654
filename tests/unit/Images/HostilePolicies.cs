using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Policies at the limits, each made to cost a reader as much as they allow in one respect.</summary>
internal static class HostilePolicies
{
    private static readonly KeyContent[] Officers = [new(KeyRole.Officer, TestKeys.OfficerId(0))];

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, System.Func<PolicyContent>> All { get; } = new Dictionary<string, System.Func<PolicyContent>>
    {
        ["2048 labels with levels of their own"] = ManyLevels,
        ["4096 types in lines of 17"] = LongLines,
        ["1024 conflict sets over one line of types"] = DeepWalls,
        ["1024 conflict sets, labels of 64 types"] = WideLabels,
        ["6144 renames"] = ManyRenames,
        ["65535 channels with a source line each"] = ManyChannels,
        ["65535 keys and images"] = ManyKeys,
        ["16384 hosts"] = ManyHosts,
    };

    /// <summary>A policy with these types and an officer.</summary>
    public static PolicyContent Empty(IEnumerable<TypeContent> types) => new() { Name = "hostile", Types = [.. types], Keys = Officers };

    private static TypeContent[] Types(int count) => [.. Enumerable.Range(0, count).Select(i => new TypeContent($"t{i}"))];

    private static PolicyContent ManyLevels() => Empty(Types(Limits.Types)) with
    {
        SecrecyLevels = Names("s", Limits.Levels),
        IntegrityLevels = Names("i", Limits.Levels),
        Categories = Names("c", Limits.Categories),
        Labels = [.. Enumerable.Range(0, Limits.Labels).Select(i => new LabelContent($"l{i}", [$"t{i}", $"t{(2 * i) % Limits.Types}"])
        {
            SecrecyLow = new Secrecy((byte)(i % 32), (uint)i),
            SecrecyHigh = new Secrecy((byte)(i % 32 + 32), (ulong)(uint)i | 1UL << 63),
            IntegrityLow = (byte)(i / 32),
            IntegrityHigh = (byte)Limits.Levels - 1,
        }).Select(label => label with { Types = [.. label.Types.Distinct()] })],
    };

    private static PolicyContent LongLines() => Empty(
        Enumerable.Range(0, Limits.Types).Select(i => new TypeContent($"t{i}", i % (Limits.TypeDepth + 1) == 0 ? null : $"t{i - 1}")));

    /// <summary>A line of 16 types, all of them in all sets, and under each of them its share of all other types, which have no seat of their own.</summary>
    private static PolicyContent DeepWalls() => Empty(Line().Concat(
        Enumerable.Range(Limits.TypeDepth, Limits.Types - Limits.TypeDepth).Select(i => new TypeContent($"t{i}", $"t{i % Limits.TypeDepth}")))) with
    {
        Conflicts = [.. Enumerable.Range(0, Limits.Conflicts).Select(Wall)],
    };

    private static ConflictContent Wall(int number) => new($"set{number}", Names("t", Limits.TypeDepth), WallScope.Host, WallMode.Running);

    private static PolicyContent WideLabels()
    {
        var walls = DeepWalls();
        const int count = Limits.LabelTypes / Limits.TypesPerLabel;
        string[] Types(int label) => [.. Enumerable.Range(0, Limits.TypesPerLabel).Select(i => $"t{(label + 61 * i) % Limits.Types}")];
        return walls with { Labels = [.. Enumerable.Range(0, count).Select(i => new LabelContent($"l{i}", Types(i)))] };
    }

    private static IEnumerable<TypeContent> Line() => Enumerable.Range(0, Limits.TypeDepth).Select(i => new TypeContent($"t{i}", i == 0 ? null : $"t{i - 1}"));

    private static PolicyContent ManyRenames() => Empty(Types(Limits.Types)) with
    {
        Labels = [.. Enumerable.Range(0, Limits.Labels).Select(i => new LabelContent($"l{i}", [$"t{i}"]))],
        Renames =
        [
            .. Enumerable.Range(0, Limits.Types).Select(i => new RenameContent(KeyKind.Type, $"t{i}", $"old{i}")),
            .. Enumerable.Range(0, Limits.Labels).Select(i => new RenameContent(KeyKind.Label, $"l{i}", $"old{i}")),
        ],
    };

    private static PolicyContent ManyChannels()
    {
        static ChannelContent Channel(int i) => new($"c{i}", $"l{i % 400}", $"l{400 + i / 400 % 400}", AccessKind.Vsock, 1 + (uint)i, Flows.Both);
        ChannelContent[] channels = [.. Enumerable.Range(0, Limits.Channels).Select(Channel)];
        return Empty(Types(800)) with
        {
            Labels = [.. Enumerable.Range(0, 800).Select(i => new LabelContent($"l{i}", [$"t{i}"]))],
            Channels = channels,
            Sources = [.. channels.Select((channel, i) => new SourceContent(SourceKind.Channel, channel.Name, $"file{i % 1000}", 1 + (uint)i))],
        };
    }

    private static PolicyContent ManyKeys() => Empty(Types(1)) with
    {
        Images = [.. Enumerable.Range(0, Limits.Images).Select(i => TestKeys.Image($"{i}"))],
        Keys = [.. Enumerable.Range(0, Limits.Keys).Select(i => new KeyContent((KeyRole)(i % 3), TestKeys.Id($"{i}")))],
    };

    private static PolicyContent ManyHosts() => Empty(Types(Limits.Types)) with
    {
        Hosts = [.. Enumerable.Range(0, Limits.Hosts).Select(Host)],
    };

    private static HostContent Host(int i) => new($"h{i}", [$"t{i % Limits.Types}"]) { Rack = $"r{i / 10}", Zone = $"z{i / 100}" };

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];
}
