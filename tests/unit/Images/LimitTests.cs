using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>A policy at a limit is valid (<see cref="HostileCostTests"/> too); one just above it is refused, and the message names limit and thing.</summary>
[Trait("Requirement", "POL-1")]
public sealed class LimitTests
{
    private static readonly PolicyContent One = HostilePolicies.Empty([new("t0")]);

    /// <summary>By message: a policy that has as many of something as it is told, and how many are too many.</summary>
    private static readonly Dictionary<string, (int TooMany, Func<int, PolicyContent> Make)> Cases = new()
    {
        ["4097 types; at most 4096"] = (Limits.Types + 1, count => HostilePolicies.Empty(Types(count))),
        ["ancestors: no cycle, at most 16"] = (Limits.TypeDepth + 2, Line),
        ["2049 labels; at most 2048"] = (Limits.Labels + 1, count => Labels(count, 1)),
        ["65 types of label 'l0'; at most 64"] = (Limits.TypesPerLabel + 1, count => Labels(1, count)),
        ["LabelTypes count: at most 65535"] = (1024, count => Labels(count, Limits.TypesPerLabel)),
        ["65 secrecy levels; at most 64"] = (Limits.Levels + 1, count => One with { SecrecyLevels = Names(count) }),
        ["65 integrity levels; at most 64"] = (Limits.Levels + 1, count => One with { IntegrityLevels = Names(count) }),
        ["65 categories; at most 64"] = (Limits.Categories + 1, count => One with { Categories = Names(count) }),
        ["65536 channels; at most 65535"] = (Limits.Channels + 1, count => Channels(count, "")),
        ["1025 conflict sets; at most 1024"] = (Limits.Conflicts + 1, count => Conflicts(count, 2)),
        ["257 members of conflict set 'set0'; at most 256"] = (Limits.MembersPerConflict + 1, count => Conflicts(1, count)),
        ["Members count: at most 16384"] = (65, count => Conflicts(count, Limits.MembersPerConflict)),
        ["16385 hosts; at most 16384"] = (Limits.Hosts + 1, count => One with { Hosts = [.. Names(count).Select(name => new HostContent(name, []))] }),
        ["65536 images; at most 65535"] = (Limits.Images + 1, count => One with { Images = [.. Names(count).Select(TestKeys.Image)] }),
        ["65536 keys; at most 65535"] = (Limits.Keys + 1, count => One with { Keys = [.. Names(count).Select(Officer)] }),
        ["131073 entries of the source map; at most 131072"] = (Limits.Sources + 1, count => One with { Sources = [.. Names(count).Select(Source)] }),
        ["string 1: a name of at most 256 bytes"] = (Limits.NameBytes + 1, count => HostilePolicies.Empty([new(new string('n', count))])),
        ["string 2: ends ascending, at most 1024 bytes each"] = (Limits.TextBytes + 1, count => One with { Hosts = [new(new string('n', count), [])] }),
        ["bytes; at most 67108864"] = (Limits.Channels, count => Channels(count, new string('w', Limits.TextBytes))),
    };

    public static TheoryData<string> Messages => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_policy_just_above_a_limit_is_refused_by_name(string message)
    {
        var (count, make) = Cases[message];
        var refusal = Assert.Throws<InvalidDataException>(() => PolicyImageWriter.Write(make(count)));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> SmallMessages =>
    [
        .. Cases.Keys.Where(message => message.StartsWith("65 ", StringComparison.Ordinal) || message.StartsWith("257 ", StringComparison.Ordinal)
            || message.StartsWith("string 1", StringComparison.Ordinal) || message.StartsWith("ancestors", StringComparison.Ordinal)
            || message.StartsWith("Members", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(SmallMessages))]
    public void One_less_is_valid(string message)
    {
        var (count, make) = Cases[message];
        Assert.NotNull(CompiledPolicy.OpenUnsigned(PolicyImageWriter.Write(make(count - 1)), out _));
    }

    [Fact]
    public void An_image_as_long_as_the_limit_is_valid()
    {
        var parts = Specimen.Parts;
        parts.Empty(SectionId.Names);
        parts.Empty(SectionId.Sources);
        parts[SectionId.Sources].Bytes = new byte[Limits.ImageBytes - ImageLayout.Align(parts.Join().Length)];
        var image = parts.Join();
        Assert.Equal(Limits.ImageBytes, image.Length);
        Assert.Equal(Specimen.Policy.Access, Specimen.Open(image).Access);
    }

    [Fact]
    public void More_renames_than_things_are_refused()
    {
        RenameContent[] renames = [.. Names(Limits.Renames + 1).Select(name => new RenameContent(KeyKind.Type, "t0", name))];
        var refusal = Assert.Throws<InvalidDataException>(() => PolicyImageWriter.Write(One with { Renames = renames }));
        Assert.Contains("6145 renames; at most 6144", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_may_be_longer_than_a_name()
    {
        var content = Specimen.Content;
        var (why, longer) = (new string('w', Limits.TextBytes), new string('w', Limits.TextBytes + 1));
        byte[] Because(string reason) => PolicyImageWriter.Write(content with { Conflicts = [content.Conflicts[0] with { Why = reason }], Sources = [] });
        Assert.Equal(why, PolicyNames.Read(Because(why), out _)?.ConflictReason(0));
        Assert.Throws<InvalidDataException>(() => Because(longer));
    }

    private static KeyContent Officer(string name) => new(KeyRole.Officer, TestKeys.Id(name));

    private static SourceContent Source(string name) => new(SourceKind.Type, name, "f", 1);

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"n{i}")];

    private static IEnumerable<TypeContent> Types(int count) => Enumerable.Range(0, count).Select(i => new TypeContent($"t{i}"));

    private static PolicyContent Line(int count) =>
        HostilePolicies.Empty(Enumerable.Range(0, count).Select(i => new TypeContent($"t{i}", i == 0 ? null : $"t{i - 1}")));

    private static PolicyContent Labels(int count, int types) => HostilePolicies.Empty(Types(types)) with
    {
        Labels = [.. Enumerable.Range(0, count).Select(i => new LabelContent($"l{i}", [.. Types(types).Select(type => type.Name)]))],
    };

    private static PolicyContent Conflicts(int count, int members) => HostilePolicies.Empty(Types(members)) with
    {
        Conflicts = [.. Enumerable.Range(0, count).Select(i => Set(i, members))],
    };

    private static ConflictContent Set(int number, int members) =>
        new($"set{number}", [.. Types(members).Select(type => type.Name)], WallScope.Host, WallMode.Running);

    private static PolicyContent Channels(int count, string why) => HostilePolicies.Empty(Types(2)) with
    {
        Labels = [new("l0", ["t0"]), new("l1", ["t1"])],
        Channels = [.. Enumerable.Range(1, count).Select(i => new ChannelContent("", "l0", "l1", AccessKind.Vsock, (uint)i, Flows.Both, why))],
    };
}
