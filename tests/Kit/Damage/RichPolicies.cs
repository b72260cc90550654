using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// Random policies in which every part of an image has something to say: besides what <see cref="RandomPolicies"/> decide by, also predecessor,
/// renames, marks, reasons and a source map.
/// </summary>
public static class RichPolicies
{
    private static readonly string[] Files = ["policy.yaml", "tenants/a.yaml", "tenants/b.yaml"];
    private static readonly string[] Words = ["", "trusted guard", "Wettbewerber: § 12", "they settle at night", "数据", "n/a"];

    /// <summary>A policy of at most this size.</summary>
    public static PolicyContent Make(Choices choices, PolicyScale scale)
    {
        var content = RandomPolicies.Make(choices, scale);
        content = content with
        {
            Name = choices.Chance(80) ? "rich" : "",
            Labels = [.. content.Labels.Select(label => label with { Mark = choices.Chance(50) ? label.Name[..1] : "", Color = choices.Chance(50) ? "teal" : "" })],
            Channels = [.. content.Channels.Select(channel => channel with { Why = choices.Pick(Words) })],
            Conflicts = [.. content.Conflicts.Select(set => set with { Why = choices.Pick(Words) })],
            Renames = [.. Renames(choices, content)],
            Images = [.. content.Images, .. Enumerable.Range(0, choices.Below(4)).Select(i => TestKeys.Image($"image-{i}"))],
        };
        return Preceded(choices, content with { Sources = [.. Sources(choices, content)] });
    }

    private static PolicyContent Preceded(Choices choices, PolicyContent content) => choices.Chance(50)
        ? content with { Serial = (ulong)choices.Between(1, 9) }
        : content with
        {
            Serial = 10 + (ulong)choices.Below(3),
            PredecessorSerial = (ulong)choices.Between(1, 9),
            PredecessorDigest = TestKeys.Image("the policy before"),
        };

    private static IEnumerable<RenameContent> Renames(Choices choices, PolicyContent content)
    {
        foreach (var type in content.Types.Where(_ => choices.Chance(20)))
            yield return new RenameContent(KeyKind.Type, type.Name, $"former-{type.Name}");
        foreach (var label in content.Labels.Where(_ => choices.Chance(20)))
            yield return new RenameContent(KeyKind.Label, label.Name, $"former-{label.Name}");
    }

    private static SourceContent[] Sources(Choices choices, PolicyContent content)
    {
        (SourceKind Kind, string Name)[] things =
        [
            (SourceKind.Policy, content.Name),
            .. content.Types.Select(type => (SourceKind.Type, type.Name)),
            .. content.Labels.Select(label => (SourceKind.Label, label.Name)),
            .. content.Channels.Select(channel => (SourceKind.Channel, channel.Name)),
            .. content.Conflicts.Select(set => (SourceKind.Conflict, set.Name)),
            .. content.Hosts.Select(host => (SourceKind.Host, host.Name)),
        ];
        return [.. things.Where(_ => choices.Chance(80))
            .Select(thing => new SourceContent(thing.Kind, thing.Name, choices.Pick(Files), (uint)choices.Between(1, 300)))];
    }
}
