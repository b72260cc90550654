using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>
/// Writes small policies by hand. What a test does not care about is there without being said: the officer, a verifier, a placer, the image
/// "micro", the label of each type that was declared as workload, a spec key for each label (its own name's), a default host that runs everything.
/// </summary>
/// <param name="name">The policy's name.</param>
public sealed class PolicyBuilder(string name)
{
    private readonly List<TypeContent> _types = [];
    private readonly List<LabelContent> _labels = [];
    private readonly List<ChannelContent> _channels = [];
    private readonly List<ConflictContent> _conflicts = [];
    private readonly List<HostContent> _hosts = [];
    private readonly List<RenameContent> _renames = [];
    private bool _quarantine;

    /// <summary>Types, each with a label of the same name.</summary>
    public PolicyBuilder Workloads(params string[] names)
    {
        foreach (var workload in names)
            Workload(workload);
        return this;
    }

    /// <summary>A type that may have a parent, with a label of the same name.</summary>
    public PolicyBuilder Workload(string workload, string? parent = null)
    {
        _types.Add(new TypeContent(workload, parent));
        _labels.Add(new LabelContent(workload, [workload]));
        return this;
    }

    /// <summary>A type without a label.</summary>
    public PolicyBuilder Type(string type, string? parent = null)
    {
        _types.Add(new TypeContent(type, parent));
        return this;
    }

    /// <summary>A label.</summary>
    public PolicyBuilder Label(string label, params string[] types)
    {
        _labels.Add(new LabelContent(label, types));
        return this;
    }

    /// <summary>A label with levels.</summary>
    public PolicyBuilder Label(LabelContent label)
    {
        _labels.Add(label);
        return this;
    }

    /// <summary>A channel.</summary>
    public PolicyBuilder Channel(string from, string to, AccessKind kind, uint port, Flows flows)
    {
        _channels.Add(new ChannelContent($"{from}-{to}-{kind}-{port}", from, to, kind, port, flows));
        return this;
    }

    /// <summary>A conflict set of one host.</summary>
    public PolicyBuilder Conflict(string set, WallMode mode, params string[] members) => Conflict(set, WallScope.Host, mode, members);

    /// <summary>A conflict set.</summary>
    public PolicyBuilder Conflict(string set, WallScope scope, WallMode mode, params string[] members)
    {
        _conflicts.Add(new ConflictContent(set, members, scope, mode));
        return this;
    }

    /// <summary>A host; without any there is a default entry that runs everything.</summary>
    public PolicyBuilder Host(HostContent host)
    {
        _hosts.Add(host);
        return this;
    }

    /// <summary>A label that had another name before.</summary>
    public PolicyBuilder Renamed(KeyKind kind, string oldName, string newName)
    {
        _renames.Add(new RenameContent(kind, newName, oldName));
        return this;
    }

    /// <summary>Quarantines what has no label.</summary>
    public PolicyBuilder Quarantine()
    {
        _quarantine = true;
        return this;
    }

    /// <summary>What the policy says.</summary>
    public PolicyContent Build() => new()
    {
        Name = name,
        Quarantine = _quarantine,
        Types = [.. _types],
        Labels = [.. _labels],
        SecrecyLevels = ["public", "internal", "secret"],
        IntegrityLevels = ["untrusted", "checked", "trusted"],
        Categories = ["east", "west"],
        Channels = [.. _channels],
        Conflicts = [.. _conflicts],
        Hosts = _hosts.Count > 0 ? [.. _hosts] : [new HostContent("", [.. _types.Select(type => type.Name)])],
        Images = [TestKeys.Image("micro")],
        Keys = [.. CommonKeys(), .. _labels.Select(label => new KeyContent(KeyRole.Spec, TestKeys.Id(label.Name), label.Name))],
        Renames = [.. _renames],
    };

    private static IEnumerable<KeyContent> CommonKeys() =>
    [
        new(KeyRole.Officer, TestKeys.OfficerId(0)),
        new(KeyRole.Verifier, TestKeys.Id("verifier")),
        new(KeyRole.Placer, TestKeys.Id("placer")),
    ];
}
