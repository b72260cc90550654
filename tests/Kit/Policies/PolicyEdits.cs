using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>Random edits of a policy: what an officer might change from one version to the next.</summary>
public static class PolicyEdits
{
    private static readonly Func<Choices, PolicyScale, PolicyContent, PolicyContent>[] Edits =
    [
        AddType, RemoveType, RenameType, AdoptType, AddLabel, RemoveLabel, RenameLabel, ChangeLabel,
        AddChannel, RemoveChannel, AddConflict, RemoveConflict, SwitchMode, ChangeHosts, ChangeKeys, ChangeImages, SwitchQuarantine,
    ];

    /// <summary>A successor of a policy, with a few edits.</summary>
    public static PolicyContent Edit(Choices choices, PolicyScale scale, PolicyContent content)
    {
        content = content with { Renames = [] };
        var count = choices.Between(1, 3);
        for (var i = 0; i < count; i++)
            content = PolicyRepair.Repair(choices.Pick(Edits)(choices, scale, content));
        return content;
    }

    /// <summary>The content as the successor of another.</summary>
    public static PolicyContent Succeeding(this PolicyContent content, PolicyContent predecessor, Digest digest) => content with
    {
        Serial = predecessor.Serial + 1,
        PredecessorSerial = predecessor.Serial,
        PredecessorDigest = digest,
    };

    private static PolicyContent AddType(Choices choices, PolicyScale scale, PolicyContent content) =>
        content with { Types = [.. content.Types, RandomPolicies.Type(choices, $"t{choices.Below(2 * scale.Types)}", content.Types)] };

    private static PolicyContent RemoveType(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var gone = choices.PickOrDefault(content.Types);
        return gone is null || content.Types.Count == 1 ? content : content with { Types = [.. content.Types.Where(type => type != gone)] };
    }

    private static PolicyContent RenameType(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var old = choices.PickOrDefault(content.Types)?.Name;
        var name = $"t{choices.Below(2 * scale.Types)}";
        if (old is null || content.Types.Any(type => type.Name == name))
            return content;
        string Now(string type) => type == old ? name : type;
        return content with
        {
            Types = [.. content.Types.Select(type => new TypeContent(Now(type.Name), type.Parent is null ? null : Now(type.Parent)))],
            Labels = [.. content.Labels.Select(label => label with { Types = [.. label.Types.Select(Now)] })],
            Conflicts = [.. content.Conflicts.Select(set => set with { Members = [.. set.Members.Select(Now)] })],
            Hosts = [.. content.Hosts.Select(host => host with { Runs = [.. host.Runs.Select(Now)] })],
            Renames = Renamed(content, KeyKind.Type, old, name),
        };
    }

    private static PolicyContent AdoptType(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var at = choices.Below(content.Types.Count);
        var types = content.Types.ToList();
        if (types.Count > 0)
            types[at] = types[at] with { Parent = at > 0 && choices.Chance(60) ? types[choices.Below(at)].Name : null };
        return content with { Types = types };
    }

    private static PolicyContent AddLabel(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var label = RandomPolicies.Label(choices, $"l{choices.Below(2 * scale.Labels)}", content.Types);
        return content with { Labels = [.. content.Labels, label], Keys = [.. content.Keys, .. RandomPolicies.SpecKeysOf(choices, label.Name)] };
    }

    private static PolicyContent RemoveLabel(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var gone = choices.PickOrDefault(content.Labels);
        return content with { Labels = [.. content.Labels.Where(label => label != gone)] };
    }

    private static PolicyContent RenameLabel(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var old = choices.PickOrDefault(content.Labels)?.Name;
        var name = $"l{choices.Below(2 * scale.Labels)}";
        if (old is null || content.Labels.Any(label => label.Name == name))
            return content;
        string Now(string label) => label == old ? name : label;
        return content with
        {
            Labels = [.. content.Labels.Select(label => label with { Name = Now(label.Name) })],
            Channels = [.. content.Channels.Select(channel => channel with { From = Now(channel.From), To = Now(channel.To) })],
            Keys = [.. content.Keys.Select(key => key.Label is null ? key : key with { Label = Now(key.Label) })],
            Renames = Renamed(content, KeyKind.Label, old, name),
        };
    }

    private static PolicyContent ChangeLabel(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var old = choices.PickOrDefault(content.Labels);
        return content with { Labels = [.. content.Labels.Select(label => label == old ? RandomPolicies.Label(choices, label.Name, content.Types) : label)] };
    }

    private static PolicyContent AddChannel(Choices choices, PolicyScale scale, PolicyContent content) =>
        content.Labels.Count == 0 ? content : content with { Channels = [RandomPolicies.Channel(choices, content.Labels), .. content.Channels] };

    private static PolicyContent RemoveChannel(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var gone = choices.PickOrDefault(content.Channels);
        return content with { Channels = [.. content.Channels.Where(channel => channel != gone)] };
    }

    private static PolicyContent AddConflict(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var set = RandomPolicies.Conflict(choices, scale, content.Types, choices.Below(2 * scale.Conflicts));
        return content with { Conflicts = [set, .. content.Conflicts] };
    }

    private static PolicyContent RemoveConflict(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var gone = choices.PickOrDefault(content.Conflicts);
        return content with { Conflicts = [.. content.Conflicts.Where(set => set != gone)] };
    }

    private static PolicyContent SwitchMode(Choices choices, PolicyScale scale, PolicyContent content)
    {
        var changed = choices.PickOrDefault(content.Conflicts);
        return content with { Conflicts = [.. content.Conflicts.Select(set => set == changed ? Switched(set) : set)] };
    }

    private static ConflictContent Switched(ConflictContent set) =>
        set with { Mode = set.Mode == WallMode.Running ? WallMode.History : WallMode.Running };

    private static PolicyContent ChangeHosts(Choices choices, PolicyScale scale, PolicyContent content) =>
        content with { Hosts = [.. RandomPolicies.Hosts(choices, content.Types)] };

    private static PolicyContent ChangeKeys(Choices choices, PolicyScale scale, PolicyContent content) =>
        content with { Keys = [.. RandomPolicies.Keys(choices, content.Labels)] };

    private static PolicyContent ChangeImages(Choices choices, PolicyScale scale, PolicyContent content) =>
        content with { Images = choices.Chance(70) ? RandomPolicies.Images : [RandomPolicies.Images[choices.Below(2)]] };

    private static PolicyContent SwitchQuarantine(Choices choices, PolicyScale scale, PolicyContent content) =>
        content with { Quarantine = !content.Quarantine };

    /// <summary>Renames so far and a further one; what was renamed twice is renamed once.</summary>
    private static List<RenameContent> Renamed(PolicyContent content, KeyKind kind, string old, string name)
    {
        var first = content.Renames.FirstOrDefault(rename => rename.Kind == kind && rename.Name == old);
        var others = content.Renames.Where(rename => rename != first).ToList();
        others.Add(new RenameContent(kind, name, first?.OldName ?? old));
        return others;
    }
}
