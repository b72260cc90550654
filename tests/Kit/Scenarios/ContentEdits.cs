using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What an officer changes from one policy to the next.</summary>
public static class ContentEdits
{
    /// <summary>Nobody may sign specs of a label any more.</summary>
    public static PolicyContent WithoutSpecKeys(this PolicyContent content, string label) =>
        content with { Keys = [.. content.Keys.Where(key => key.Label != label)] };

    /// <summary>A key gets a role.</summary>
    public static PolicyContent WithKey(this PolicyContent content, KeyRole role, Digest key, string? label = null) =>
        content with { Keys = [.. content.Keys, new KeyContent(role, key, label)] };

    /// <summary>Nobody has a role any more.</summary>
    public static PolicyContent WithoutRole(this PolicyContent content, KeyRole role) =>
        content with { Keys = [.. content.Keys.Where(key => key.Role != role)] };

    /// <summary>Exactly these images are listed.</summary>
    public static PolicyContent Listing(this PolicyContent content, params string[] images) =>
        content with { Images = [.. images.Select(TestKeys.Image)] };

    /// <summary>A host has no entry any more.</summary>
    public static PolicyContent WithoutHost(this PolicyContent content, string host) =>
        content with { Hosts = [.. content.Hosts.Where(other => other.Name != host)] };

    /// <summary>A host's entry is changed.</summary>
    public static PolicyContent WithHost(this PolicyContent content, string host, Func<HostContent, HostContent> change)
    {
        var former = content.Hosts.FirstOrDefault(other =>
            other.Name == host) ?? new HostContent(host, [.. content.Types.Select(type => type.Name)]);
        var others = content.WithoutHost(host);
        return others with { Hosts = [.. others.Hosts, change(former)] };
    }

    /// <summary>This host may not run a type any more.</summary>
    public static PolicyContent NotRunning(this PolicyContent content, string type) =>
        content.WithHost("h1", host => host with { Runs = [.. host.Runs.Where(other => other != type)] });

    /// <summary>A label has these types, with a key of its own when it is a new one.</summary>
    public static PolicyContent WithLabel(this PolicyContent content, string label, params string[] types)
    {
        var former = content.Labels.FirstOrDefault(other => other.Name == label);
        var labels = content.Labels.Where(other =>
            other != former).Append((former ?? new LabelContent(label, types)) with { Types = types });
        var changed = content with { Labels = [.. labels] };
        return former is null ? changed.WithKey(KeyRole.Spec, TestKeys.Id(label), label) : changed;
    }

    /// <summary>A label's levels are those of another.</summary>
    public static PolicyContent WithLevels(this PolicyContent content, string label, string other)
    {
        var model = content.Labels.Single(candidate => candidate.Name == other);
        return content with
        {
            Labels = [.. content.Labels.Select(item =>
            item.Name == label ? model with { Name = label, Types = item.Types } : item)]
        };
    }

    /// <summary>A label is gone, with its keys and channels.</summary>
    public static PolicyContent WithoutLabel(this PolicyContent content, string label) => content.WithoutSpecKeys(label) with
    {
        Labels = [.. content.Labels.Where(other => other.Name != label)],
        Channels = [.. content.Channels.Where(channel => channel.From != label && channel.To != label)],
    };

    /// <summary>A type is gone everywhere; labels that had no other are gone too.</summary>
    public static PolicyContent WithoutType(this PolicyContent content, string type)
    {
        foreach (var label in content.Labels.Where(label => label.Types.Contains(type)).ToList())
            content = label.Types.Count == 1 ? content.WithoutLabel(label.Name) : content.WithLabel(label.Name, Without(label.Types, type));
        return content with
        {
            Types = [.. content.Types.Where(other => other.Name != type).Select(other =>
                other.Parent == type ? other with { Parent = null } : other)],
            Conflicts = [.. content.Conflicts.Where(set => !set.Members.Contains(type))],
            Hosts = [.. content.Hosts.Select(host => host with { Runs = Without(host.Runs, type) })],
        };
    }

    /// <summary>A label has another name.</summary>
    public static PolicyContent RenamingLabel(this PolicyContent content, string old, string name) => content with
    {
        Labels = [.. content.Labels.Select(label => label.Name == old ? label with { Name = name } : label)],
        Keys = [.. content.Keys.Select(key => key.Label == old ? key with { Label = name } : key)],
        Channels = [.. content.Channels.Select(channel =>
            channel with { From = Renamed(channel.From, old, name), To = Renamed(channel.To, old, name) })],
        Renames = [.. content.Renames, new RenameContent(KeyKind.Label, name, old)],
    };

    /// <summary>A type has another name.</summary>
    public static PolicyContent RenamingType(this PolicyContent content, string old, string name) => content with
    {
        Types = [.. content.Types.Select(type =>
            new TypeContent(Renamed(type.Name, old, name), type.Parent is { } parent ? Renamed(parent, old, name) : null))],
        Labels = [.. content.Labels.Select(label => label with { Types = Renamed(label.Types, old, name) })],
        Conflicts = [.. content.Conflicts.Select(set => set with { Members = Renamed(set.Members, old, name) })],
        Hosts = [.. content.Hosts.Select(host => host with { Runs = Renamed(host.Runs, old, name) })],
        Renames = [.. content.Renames, new RenameContent(KeyKind.Type, name, old)],
    };

    /// <summary>There is a conflict set, in place of a former one of that name.</summary>
    public static PolicyContent WithConflict(this PolicyContent content, string set, WallScope scope, WallMode mode,
        params string[] members) =>
        content.WithoutConflict(set) with
        {
            Conflicts = [.. content.WithoutConflict(set)
            .Conflicts, new ConflictContent(set, members, scope, mode)]
        };

    /// <summary>A conflict set is gone.</summary>
    public static PolicyContent WithoutConflict(this PolicyContent content, string set) =>
        content with { Conflicts = [.. content.Conflicts.Where(other => other.Name != set)] };

    /// <summary>Channels from a label are gone.</summary>
    public static PolicyContent WithoutChannels(this PolicyContent content, string from) =>
        content with { Channels = [.. content.Channels.Where(channel => channel.From != from)] };

    private static string[] Without(IReadOnlyList<string> names, string name) => [.. names.Where(other => other != name)];

    private static string Renamed(string item, string old, string name) => item == old ? name : item;

    private static string[] Renamed(IReadOnlyList<string> items, string old, string name) =>
        [.. items.Select(item => Renamed(item, old, name))];
}
