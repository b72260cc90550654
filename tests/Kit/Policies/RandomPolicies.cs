using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>Random policies, from choices that somebody else makes. Names come from small pools, so that one policy and the next have much in common.</summary>
public static class RandomPolicies
{
    /// <summary>The host that tests run on.</summary>
    public const string ThisHost = "h1";

    /// <summary>Ids of the few keys that sign specs.</summary>
    public static IReadOnlyList<Digest> SpecKeys { get; } = [TestKeys.Id("tenant-1"), TestKeys.Id("tenant-2")];

    /// <summary>Digests of the few images there are.</summary>
    public static IReadOnlyList<Digest> Images { get; } = [TestKeys.Image("micro"), TestKeys.Image("macro")];

    /// <summary>A valid policy of at most this size.</summary>
    public static PolicyContent Make(Choices choices, PolicyScale scale)
    {
        var types = Types(choices, scale);
        var labels = Labels(choices, scale, types);
        return PolicyRepair.Repair(new PolicyContent
        {
            Name = "random",
            Quarantine = choices.Chance(30),
            Types = types,
            Labels = labels,
            SecrecyLevels = ["public", "internal", "secret"],
            IntegrityLevels = ["untrusted", "checked", "trusted"],
            Categories = ["east", "west"],
            Channels = [.. Enumerable.Range(0, choices.Between(0, scale.Channels)).Select(_ => Channel(choices, labels))],
            Conflicts = [.. Enumerable.Range(0, choices.Between(0, scale.Conflicts)).Select(i => Conflict(choices, scale, types, i))],
            Hosts = [.. Hosts(choices, types)],
            Images = choices.Chance(15) ? [Images[0]] : Images,
            Keys = [.. Keys(choices, labels)],
        });
    }

    /// <summary>A type of a name, with an earlier one as parent sometimes.</summary>
    public static TypeContent Type(Choices choices, string name, IReadOnlyList<TypeContent> before) =>
        new(name, before.Count > 0 && choices.Chance(35) ? choices.Pick(before).Name : null);

    /// <summary>A label of a name.</summary>
    public static LabelContent Label(Choices choices, string name, IReadOnlyList<TypeContent> types)
    {
        var count = choices.Chance(30) ? choices.Between(2, 3) : 1;
        var label = new LabelContent(name, [.. Enumerable.Range(0, count).Select(_ => choices.Pick(types).Name)]);
        return choices.Chance(35) ? Levelled(choices, label) : label;
    }

    /// <summary>A channel between two labels; it may turn out not to fit.</summary>
    public static ChannelContent Channel(Choices choices, IReadOnlyList<LabelContent> labels)
    {
        var (from, to) = (choices.Pick(labels).Name, choices.Pick(labels).Name);
        var kind = (AccessKind)choices.Between(1, 3);
        var port = (uint)choices.Between(1, 2);
        return new ChannelContent($"{from}-{to}-{kind}-{port}", from, to, kind, port, (Flows)choices.Between(1, 3));
    }

    /// <summary>A conflict set of the n-th name.</summary>
    public static ConflictContent Conflict(Choices choices, PolicyScale scale, IReadOnlyList<TypeContent> types, int number)
    {
        var members = Enumerable.Range(0, choices.Between(2, scale.Members)).Select(_ => choices.Pick(types).Name);
        var scope = choices.Chance(25) ? (WallScope)choices.Between(1, 2) : WallScope.Host;
        return new ConflictContent($"set-{number}", [.. members], scope, (WallMode)choices.Below(2));
    }

    /// <summary>Entries for this host, sometimes another one, sometimes a default one.</summary>
    public static IEnumerable<HostContent> Hosts(Choices choices, IReadOnlyList<TypeContent> types)
    {
        if (!choices.Chance(10))
            yield return Host(choices, ThisHost, types);
        if (choices.Chance(30))
            yield return Host(choices, "h2", types);
        if (choices.Chance(50))
            yield return Host(choices, "", types);
    }

    /// <summary>Keys of all roles.</summary>
    public static IEnumerable<KeyContent> Keys(Choices choices, IReadOnlyList<LabelContent> labels)
    {
        yield return new KeyContent(KeyRole.Officer, TestKeys.OfficerId(0));
        if (choices.Chance(20))
            yield return new KeyContent(KeyRole.Officer, TestKeys.OfficerId(1));
        if (!choices.Chance(10))
            yield return new KeyContent(KeyRole.Verifier, TestKeys.Id("verifier"));
        if (!choices.Chance(10))
            yield return new KeyContent(KeyRole.Placer, TestKeys.Id("placer"));
        foreach (var key in labels.SelectMany(label => SpecKeysOf(choices, label.Name)))
            yield return key;
    }

    /// <summary>Keys that may sign specs of one label: nearly always the first tenant's.</summary>
    public static IEnumerable<KeyContent> SpecKeysOf(Choices choices, string label)
    {
        if (!choices.Chance(4))
            yield return new KeyContent(KeyRole.Spec, SpecKeys[0], label);
        if (choices.Chance(20))
            yield return new KeyContent(KeyRole.Spec, SpecKeys[1], label);
    }

    private static List<TypeContent> Types(Choices choices, PolicyScale scale)
    {
        var types = new List<TypeContent>();
        var count = choices.Between(2, scale.Types);
        for (var i = 0; i < count; i++)
            types.Add(Type(choices, $"t{i}", types));
        return types;
    }

    private static List<LabelContent> Labels(Choices choices, PolicyScale scale, List<TypeContent> types) =>
        [.. Enumerable.Range(0, choices.Between(2, scale.Labels)).Select(i => Label(choices, $"l{i}", types))];

    private static LabelContent Levelled(Choices choices, LabelContent label)
    {
        var (secrecy, integrity) = (Secrecy(choices), (byte)choices.Below(3));
        var isRange = choices.Chance(40);
        return label with
        {
            SecrecyLow = secrecy,
            SecrecyHigh = isRange ? Secrecy(choices) : secrecy,
            IntegrityLow = integrity,
            IntegrityHigh = isRange ? (byte)choices.Below(3) : integrity,
        };
    }

    private static Secrecy Secrecy(Choices choices) => new((byte)choices.Below(3), (ulong)choices.Below(4));

    private static HostContent Host(Choices choices, string name, IReadOnlyList<TypeContent> types) =>
        new(name, [.. types.Select(type => type.Name).Where(_ => !choices.Chance(5))])
        {
            Rack = choices.Chance(25) ? "" : "r1",
            Zone = choices.Chance(25) ? "" : "z1",
            AttestationRequired = choices.Chance(20),
        };
}
