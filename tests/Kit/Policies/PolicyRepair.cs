using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>
/// Makes a valid policy of any content, by leaving out what does not fit: generators and edits then need not care. What is valid is asked of
/// section 1 of docs/SEMANTICS.md in the oracle's words.
/// </summary>
public static class PolicyRepair
{
    /// <summary>The nearest valid policy.</summary>
    public static PolicyContent Repair(PolicyContent content)
    {
        content = content with { Types = Types(content.Types) };
        var sets = content.Conflicts.DistinctBy(set => set.Name).Select(set => Conflict(set, content));
        content = content with { Conflicts = [.. sets.Where(set => set.Members.Count >= 2)] };
        var labels = content.Labels.DistinctBy(label => label.Name).Select(label => Label(label, content));
        content = content with { Labels = [.. labels.Where(label => label.Types.Count > 0)] };
        return content with
        {
            Channels = [.. content.Channels.Select(Channel).Where(channel => Fits(channel, content)).DistinctBy(Place).DistinctBy(channel => channel.Name)],
            Hosts = [.. content.Hosts.DistinctBy(host => host.Name).Select(host => Host(host, content))],
            Keys = Keys(content),
            Renames = Renames(content),
        };
    }

    private static List<TypeContent> Types(IReadOnlyList<TypeContent> types)
    {
        // A parent must stand before its child: that leaves no cycle.
        var kept = new List<TypeContent>();
        foreach (var type in types.DistinctBy(type => type.Name))
            kept.Add(kept.Any(other => other.Name == type.Parent) && Depth(kept, type.Parent) < Limits.TypeDepth ? type : type with { Parent = null });
        return kept;
    }

    private static int Depth(List<TypeContent> types, string? type) =>
        type is null ? 0 : 1 + Depth(types, types.Single(other => other.Name == type).Parent);

    private static bool HasType(PolicyContent content, string type) => content.Types.Any(other => other.Name == type);

    private static bool HasLabel(PolicyContent content, string? label) => content.Labels.Any(other => other.Name == label);

    private static HostContent Host(HostContent host, PolicyContent content) =>
        host with { Runs = [.. host.Runs.Distinct().Where(type => HasType(content, type))] };

    private static ConflictContent Conflict(ConflictContent set, PolicyContent content) =>
        set with { Members = [.. set.Members.Distinct().Where(member => HasType(content, member))] };

    private static LabelContent Label(LabelContent label, PolicyContent content)
    {
        var policy = new OraclePolicy(content, default);
        var types = new List<string>();
        foreach (var type in label.Types.Distinct().Where(type => HasType(content, type)))
        {
            if (policy.Conflicts.All(set => types.All(other => !policy.Conflict(type, other, set))))
                types.Add(type);
        }
        return Levelled(label with { Types = types }, content);
    }

    private static LabelContent Levelled(LabelContent label, PolicyContent content)
    {
        var mask = content.Categories.Count >= Limits.Categories ? ulong.MaxValue : (1UL << content.Categories.Count) - 1;
        var low = Within(label.SecrecyLow, content.SecrecyLevels.Count, mask);
        var high = Within(label.SecrecyHigh, content.SecrecyLevels.Count, mask);
        var integrityLow = Math.Min(label.IntegrityLow, Top(content.IntegrityLevels.Count));
        return label with
        {
            SecrecyLow = low,
            SecrecyHigh = new Secrecy(Math.Max(low.Level, high.Level), low.Categories | high.Categories),
            IntegrityLow = integrityLow,
            IntegrityHigh = Math.Max(integrityLow, Math.Min(label.IntegrityHigh, Top(content.IntegrityLevels.Count))),
        };
    }

    private static Secrecy Within(Secrecy secrecy, int levels, ulong categories) =>
        new(Math.Min(secrecy.Level, Top(levels)), secrecy.Categories & categories);

    private static byte Top(int levels) => (byte)Math.Max(0, levels - 1);

    private static ChannelContent Channel(ChannelContent channel) => channel.Kind switch
    {
        AccessKind.Vsock => channel with { Port = Math.Max(1, channel.Port), Flows = Flows.Both },
        AccessKind.Volume => channel with { Port = 0, Flows = Flows.In },
        _ => channel with { Port = 0, Flows = channel.Flows == Flows.None ? Flows.Both : channel.Flows },
    };

    private static bool Fits(ChannelContent channel, PolicyContent content) =>
        HasLabel(content, channel.From) && HasLabel(content, channel.To) && !new OraclePolicy(content, default).Share(channel.From, channel.To);

    private static (string From, string To, AccessKind Kind, uint Port) Place(ChannelContent channel) =>
        (channel.From, channel.To, channel.Kind, channel.Port);

    private static List<KeyContent> Keys(PolicyContent content)
    {
        var keys = content.Keys.Where(key => key.Role != KeyRole.Spec || HasLabel(content, key.Label))
            .DistinctBy(key => (key.Role, key.Label, key.Id)).ToList();
        if (keys.All(key => key.Role != KeyRole.Officer))
            keys.Add(new KeyContent(KeyRole.Officer, TestKeys.OfficerId(0)));
        return keys;
    }

    private static List<RenameContent> Renames(PolicyContent content) => content.Renames
        .Where(rename => rename.Kind == KeyKind.Type
            ? HasType(content, rename.Name) && !HasType(content, rename.OldName)
            : HasLabel(content, rename.Name) && !HasLabel(content, rename.OldName))
        .DistinctBy(rename => (rename.Kind, rename.Name))
        .DistinctBy(rename => (rename.Kind, rename.OldName))
        .ToList();
}
