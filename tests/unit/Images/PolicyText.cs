using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>All that a policy says, one sorted line for each thing: made of the content by one way and of an image by another, to be compared.</summary>
internal static class PolicyText
{
    /// <summary>What the content says.</summary>
    public static string[] Of(PolicyContent content) => Sorted(
    [
        $"policy {content.Name} {content.Serial} replaces {content.PredecessorSerial} {content.PredecessorDigest}, quarantine {content.Quarantine}",
        .. content.Types.Select(type => $"type {type.Name} < {type.Parent}"),
        .. content.Labels.Select(label => Label(label.Name, label.Types, label, label.Mark, label.Color)),
        .. content.Channels.Select(c => $"channel {c.Name}: {c.From} -> {c.To} {c.Kind} {c.Port} {c.Flows}, {c.Why}"),
        .. content.Conflicts.Select(set => $"set {set.Name}: {Set(set.Members)} {set.Scope} {set.Mode}, {set.Why}"),
        .. content.Hosts.Select(Host),
        .. content.Images.Select(image => $"image {image}"),
        .. content.Keys.Select(key => $"key {key.Role} {key.Label} {key.Id}"),
        .. content.Renames.Select(rename => $"rename {rename.Kind} {rename.Name} from {StableKey.Of(rename.Kind, rename.OldName)}"),
        .. content.SecrecyLevels.Select((name, i) => $"secrecy {i} {name}"),
        .. content.IntegrityLevels.Select((name, i) => $"integrity {i} {name}"),
        .. content.Categories.Select((name, i) => $"category {i} {name}"),
        .. content.Sources.Select(source => $"source {source.Kind} {source.Name}: {source.File}:{source.Line}"),
    ]);

    /// <summary>What an image says.</summary>
    /// <param name="policy">As read.</param>
    /// <param name="names">Its names.</param>
    /// <param name="like">Says how many levels and categories have names.</param>
    public static string[] Of(CompiledPolicy policy, PolicyNames names, PolicyContent like) => Sorted(
    [
        $"policy {names.Policy} {policy.Serial} replaces {policy.PredecessorSerial} {policy.PredecessorDigest}, quarantine {policy.Quarantine}",
        .. policy.Types.ToArray().Select((type, i) => $"type {names.Type(i)} < {(type.Parent == TypeEntry.NoParent ? null : names.Type(type.Parent))}"),
        .. Enumerable.Range(0, policy.LabelCount).Select(i => Label(policy, names, i)),
        .. policy.Channels.ToArray().Select((entry, i) => Channel(names, entry, i)),
        .. policy.Conflicts.ToArray().Select((set, i) => Conflict(policy, names, set, i)),
        .. policy.Hosts.ToArray().Select((host, i) => Host(policy, names, host, i)),
        .. policy.Images.ToArray().Select(image => $"image {image}"),
        .. policy.Keys.ToArray().Select(key => $"key {key.Role} {(key.Role == KeyRole.Spec ? names.Label(key.Label) : null)} {key.Id}"),
        .. policy.Renames.ToArray().Select(rename => Rename(names, rename)),
        .. like.SecrecyLevels.Select((_, i) => $"secrecy {i} {names.SecrecyLevel(i)}"),
        .. like.IntegrityLevels.Select((_, i) => $"integrity {i} {names.IntegrityLevel(i)}"),
        .. like.Categories.Select((_, i) => $"category {i} {names.Category(i)}"),
        .. Sources(policy, names),
    ]);

    private static string[] Sorted(string[] lines) => [.. lines.Order(StringComparer.Ordinal)];

    private static string Set(IEnumerable<string> names) => $"{{{string.Join(", ", names.Order(StringComparer.Ordinal))}}}";

    private static string Place(KeyKind kind, string name) => Place(name.Length == 0 ? default : StableKey.Of(kind, name));

    private static string Place(StableKey key) => key.IsZero ? "-" : key.ToString();

    private static string Label(CompiledPolicy policy, PolicyNames names, int index)
    {
        var levels = policy.Labels[index].Levels;
        var types = policy.TypesOf(index).ToArray().Select(type => names.Type(type));
        var label = new LabelContent("", [])
        {
            SecrecyLow = levels.SecrecyLow,
            SecrecyHigh = levels.SecrecyHigh,
            IntegrityLow = levels.IntegrityLow,
            IntegrityHigh = levels.IntegrityHigh,
        };
        return Label(names.Label(index), types, label, names.Mark(index), names.Color(index));
    }

    private static string Label(string name, IEnumerable<string> types, LabelContent levels, string mark, string color) =>
        $"label {name}: {Set(types)} {levels.SecrecyLow}..{levels.SecrecyHigh} {levels.IntegrityLow}..{levels.IntegrityHigh} {mark} {color}";

    private static string Channel(PolicyNames names, ChannelEntry entry, int index)
    {
        var (low, high) = (names.Label(entry.Low), names.Label(entry.High));
        var flows = entry switch
        {
            { OpenedByHigh: true, Flows: Flows.Out } => Flows.In,
            { OpenedByHigh: true, Flows: Flows.In } => Flows.Out,
            _ => entry.Flows,
        };
        var ends = entry.OpenedByHigh ? $"{high} -> {low}" : $"{low} -> {high}";
        return $"channel {names.Channel(index)}: {ends} {entry.Kind} {entry.Port} {flows}, {names.ChannelReason(index)}";
    }

    private static string Conflict(CompiledPolicy policy, PolicyNames names, ConflictEntry set, int index) =>
        $"set {names.Conflict(index)}: {Members(policy, names, set)} {set.Scope} {set.Mode}, {names.ConflictReason(index)}";

    private static string Host(HostContent host) =>
        $"host {host.Name}: {Set(host.Runs)} {Place(KeyKind.Rack, host.Rack)} {Place(KeyKind.Zone, host.Zone)} {host.AttestationRequired}";

    private static string Host(CompiledPolicy policy, PolicyNames names, HostEntry host, int index) =>
        $"host {names.Host(index)}: {Runs(policy, names, index)} {Place(host.Rack)} {Place(host.Zone)} {host.AttestationRequired}";

    private static string Rename(PolicyNames names, RenameEntry rename) =>
        $"rename {rename.Kind} {(rename.Kind == KeyKind.Type ? names.Type(rename.Index) : names.Label(rename.Index))} from {rename.OldKey}";

    private static string Members(CompiledPolicy policy, PolicyNames names, ConflictEntry set) =>
        Set(policy.Members.Slice(set.FirstMember, set.MemberCount).ToArray().Select(type => names.Type(type)));

    private static string Runs(CompiledPolicy policy, PolicyNames names, int host) =>
        Set(Enumerable.Range(0, policy.Types.Length).Where(type => policy.HostRuns(host, type)).Select(names.Type));

    private static IEnumerable<string> Sources(CompiledPolicy policy, PolicyNames names)
    {
        (SourceKind Kind, int Count, Func<int, string> Name)[] kinds =
        [
            (SourceKind.Policy, 1, _ => names.Policy),
            (SourceKind.Type, policy.Types.Length, names.Type),
            (SourceKind.Label, policy.LabelCount, names.Label),
            (SourceKind.Channel, policy.Channels.Length, names.Channel),
            (SourceKind.Conflict, policy.Conflicts.Length, names.Conflict),
            (SourceKind.Host, policy.Hosts.Length, names.Host),
        ];
        return from kind in kinds
               from index in Enumerable.Range(0, kind.Count)
               let place = names.Source(kind.Kind, index)
               where place is not null
               select $"source {kind.Kind} {kind.Name(index)}: {place}";
    }
}
