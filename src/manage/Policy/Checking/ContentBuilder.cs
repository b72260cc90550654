using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Checking;

/// <summary>Puts together what a checked policy says, as the writer of images takes it.</summary>
internal static class ContentBuilder
{
    private const string DigestPrefix = "sha256:";

    /// <summary>Stands for the officer's key where the policy lists none, so that such a policy can be checked and explained; no key has this id.</summary>
    public static Digest NoOfficer { get; } = Digest.Of("cofferdam/no-officer"u8);

    public static PolicyContent Build(PolicyScope scope, Dictionary<string, LabelContent> labels, IReadOnlyList<ChannelContent> channels)
    {
        var policy = scope.Policy;
        return new PolicyContent
        {
            Name = policy.Name.Text,
            Serial = policy.Serial,
            PredecessorSerial = policy.From?.Serial ?? 0,
            PredecessorDigest = policy.From is { } from ? Parse(from.Digest) : default,
            Quarantine = policy.Quarantine,
            Types = [.. policy.Workloads.Select(type => new TypeContent(type.Name.Text, scope.ParentOf(type.Name.Text)))],
            Labels = [.. labels.Values],
            SecrecyLevels = Texts(policy.SecrecyLevels),
            IntegrityLevels = Texts(policy.IntegrityLevels),
            Categories = Texts(policy.Categories),
            Channels = channels,
            Conflicts = [.. policy.Conflicts.Select(Convert)],
            Hosts = [.. policy.Hosts.Select(Convert)],
            Images = [.. policy.Images.Select(image => Parse(image.Digest))],
            Keys = [.. Keys(policy)],
            Renames = [.. Renames(scope)],
            Sources = [.. Sources(scope, channels)],
        };
    }

    public static Digest Parse(Word digest) =>
        digest.Text.StartsWith(DigestPrefix, StringComparison.Ordinal) && Digest.TryParse(digest.Text[DigestPrefix.Length..], out var parsed)
            ? parsed
            : default;

    private static IReadOnlyList<string> Texts(IReadOnlyList<Word> words) => [.. words.Select(word => word.Text)];

    private static ConflictContent Convert(ConflictModel conflict) => new(
        conflict.Name.Text,
        Texts(conflict.Of),
        conflict.Scope switch { "rack" => WallScope.Rack, "zone" => WallScope.Zone, _ => WallScope.Host },
        conflict.Mode == "history" ? WallMode.History : WallMode.Running,
        conflict.Why);

    private static HostContent Convert(HostModel host) => new(host.Name.Text == "default" ? "" : host.Name.Text, Texts(host.Runs))
    {
        Rack = host.Rack,
        Zone = host.Zone,
        AttestationRequired = host.AttestationRequired,
    };

    private static IEnumerable<KeyContent> Keys(PolicyModel policy)
    {
        if (!policy.Keys.Any(key => key.Role == "officers"))
            yield return new KeyContent(KeyRole.Officer, NoOfficer);
        foreach (var key in policy.Keys)
            yield return new KeyContent(RoleOf(key.Role), Parse(key.Id), key.Label?.Text);
    }

    private static KeyRole RoleOf(string role) => role switch
    {
        "officers" => KeyRole.Officer,
        "verifiers" => KeyRole.Verifier,
        "placers" => KeyRole.Placer,
        _ => KeyRole.Spec,
    };

    /// <summary>A renamed workload is renamed as a type and as a label.</summary>
    private static IEnumerable<RenameContent> Renames(PolicyScope scope)
    {
        foreach (var label in scope.Labels.Where(label => label.From is not null))
        {
            yield return new RenameContent(KeyKind.Label, label.Name.Text, label.From!.Value.Text);
            if (scope.HasType(label.Name.Text))
                yield return new RenameContent(KeyKind.Type, label.Name.Text, label.From!.Value.Text);
        }
    }

    private static IEnumerable<SourceContent> Sources(PolicyScope scope, IReadOnlyList<ChannelContent> channels)
    {
        var policy = scope.Policy;
        yield return Source(SourceKind.Policy, new Word(policy.Name.Text, policy.At));
        foreach (var type in policy.Workloads)
            yield return Source(SourceKind.Type, type.Name);
        foreach (var label in scope.Labels)
            yield return Source(SourceKind.Label, label.Name);
        var resolved = channels.Select(channel => channel.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var channel in policy.Channels.Where(channel => resolved.Contains(channel.Name.Text)))
            yield return Source(SourceKind.Channel, channel.Name);
        foreach (var conflict in policy.Conflicts)
            yield return Source(SourceKind.Conflict, conflict.Name);
        foreach (var host in policy.Hosts)
            yield return Source(SourceKind.Host, host.Name with { Text = host.Name.Text == "default" ? "" : host.Name.Text });
    }

    private static SourceContent Source(SourceKind kind, Word name) => new(kind, name.Text, name.At.File, (uint)name.At.Line);
}
