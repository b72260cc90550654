using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Model;

/// <summary>Ways to read a policy wrongly, one point each: what an oracle would take it to say that is wrong on purpose.</summary>
internal static class Misreadings
{
    public static IReadOnlyDictionary<string, Func<PolicyContent, PolicyContent>> All { get; } = new Dictionary<string, Func<PolicyContent, PolicyContent>>
    {
        ["sets with a history are taken for running ones"] = content => Sets(content, set => set with { Mode = WallMode.Running }),
        ["the last conflict set is overlooked"] = content => content with { Conflicts = [.. content.Conflicts.SkipLast(1)] },
        ["types inherit nothing"] = content => content with { Types = [.. content.Types.Select(type => type with { Parent = null })] },
        ["racks and zones need no lease"] = content => Sets(content, set => set with { Scope = WallScope.Host }),
        ["channels may be opened from their other end"] = content => Channels(content, channel => channel with { From = channel.To, To = channel.From }),
        ["channels of volumes are overlooked"] = WithoutVolumeChannels,
        ["windows go both ways"] = content => Channels(content, Widened),
        ["integrity is not asked"] = content => Labels(content, label => label with { IntegrityLow = 0 }),
        ["categories are not asked"] = content => Labels(content, label => label with { SecrecyLow = label.SecrecyLow with { Categories = 0 } }),
        ["hosts run everything"] = content => Hosts(content, host => host with { Runs = [.. content.Types.Select(type => type.Name)] }),
        ["the default host is overlooked"] = content => content with { Hosts = [.. content.Hosts.Where(host => host.Name.Length > 0)] },
        ["no host requires attestation"] = content => Hosts(content, host => host with { AttestationRequired = false }),
        ["images are not asked"] = content => content with { Images = RandomPolicies.Images },
        ["what has no label is quarantined"] = content => content with { Quarantine = true },
        ["verifiers place"] = content => content with { Keys = [.. content.Keys, new KeyContent(KeyRole.Placer, TestKeys.Id("nobody"))] },
        ["renames are overlooked"] = content => content with { Renames = [] },
    };

    private static PolicyContent Sets(PolicyContent content, Func<ConflictContent, ConflictContent> read) =>
        content with { Conflicts = [.. content.Conflicts.Select(read)] };

    private static PolicyContent Labels(PolicyContent content, Func<LabelContent, LabelContent> read) =>
        content with { Labels = [.. content.Labels.Select(read)] };

    private static PolicyContent Channels(PolicyContent content, Func<ChannelContent, ChannelContent> read) =>
        content with { Channels = [.. content.Channels.Select(read)] };

    private static PolicyContent Hosts(PolicyContent content, Func<HostContent, HostContent> read) =>
        content with { Hosts = [.. content.Hosts.Select(read)] };

    private static PolicyContent WithoutVolumeChannels(PolicyContent content) =>
        content with { Channels = [.. content.Channels.Where(channel => channel.Kind != AccessKind.Volume)] };

    private static ChannelContent Widened(ChannelContent channel) =>
        channel.Kind == AccessKind.Memory ? channel with { Flows = Flows.Both } : channel;
}
