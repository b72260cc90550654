using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>
/// Section 1 of docs/SEMANTICS.md, asked in the most naive way: names, lists and loops over what the policy says. Nothing is compiled and
/// nothing is remembered, so that each method can be read beside the sentence it stands for.
/// </summary>
/// <param name="content">What the policy says.</param>
/// <param name="digest">Digest of its image.</param>
public sealed class OraclePolicy(PolicyContent content, Digest digest)
{
    /// <summary>What the policy says.</summary>
    public PolicyContent Content { get; } = content;

    /// <summary>Digest of its image.</summary>
    public Digest Digest { get; } = digest;

    /// <summary>Conflict sets in the order of their index in the image, which is that of their keys.</summary>
    public IReadOnlyList<ConflictContent> Conflicts { get; } =
        [.. content.Conflicts.OrderBy(set => KeyBook.Of(KeyKind.ConflictSet, set.Name))];

    /// <summary>Name of the label with a key, or null.</summary>
    public string? LabelWith(StableKey key) =>
        Content.Labels.Select(label => label.Name).FirstOrDefault(name => KeyBook.Of(KeyKind.Label, name) == key);

    /// <summary>Types of a label; an unlabelled object has none.</summary>
    public IReadOnlyList<string> TypesOf(string? label) => label is null ? [] : Label(label).Types;

    /// <summary>The label of this name.</summary>
    public LabelContent Label(string name) => Content.Labels.Single(label => label.Name == name);

    /// <summary>True when a resource may carry the label: one type, no range.</summary>
    public bool FitsResource(string name)
    {
        var label = Label(name);
        return label.Types.Count == 1 && label.SecrecyLow == label.SecrecyHigh && label.IntegrityLow == label.IntegrityHigh;
    }

    /// <summary>True when a key has a role (for specs: for this label).</summary>
    public bool Lists(KeyRole role, Digest id, string? label = null) =>
        Content.Keys.Any(key => key.Role == role && key.Id == id && (role != KeyRole.Spec || key.Label == label));

    /// <summary>The entry for a host, or the default entry, or null.</summary>
    public HostContent? EntryFor(StableKey host) =>
        Content.Hosts.FirstOrDefault(entry => entry.Name.Length > 0 && KeyBook.Of(KeyKind.Host, entry.Name) == host)
        ?? Content.Hosts.FirstOrDefault(entry => entry.Name.Length == 0);

    /// <summary>share(X, Y).</summary>
    public bool Share(string x, string y) => TypesOf(x).Any(TypesOf(y).Contains);

    /// <summary>The rule by which flow(X, Y) fails, or null.</summary>
    public string? FlowRefusal(string x, string y)
    {
        var (from, to) = (Label(x), Label(y));
        if (!Dominates(to.SecrecyHigh, from.SecrecyLow))
            return "secrecy";
        return from.IntegrityHigh >= to.IntegrityLow ? null : "integrity";
    }

    /// <summary>reach(X, Y, kind, port, F).</summary>
    public Answer Reach(string? x, string? y, AccessKind kind, uint port, Flows flows)
    {
        if (x is null || y is null)
            return Answer.No(Content.Quarantine ? "quarantine" : "unlabelled");
        if (flows == Flows.None)
            return Answer.No("direction");
        var grant = Grant(x, y, kind, port, flows);
        if (!grant.IsAllowed)
            return grant;
        var refusal = (flows.HasFlag(Flows.Out) ? FlowRefusal(x, y) : null) ?? (flows.HasFlag(Flows.In) ? FlowRefusal(y, x) : null);
        return refusal is null ? grant : Answer.No(refusal);
    }

    /// <summary>pos(t, S), or null for none.</summary>
    public string? Position(string type, ConflictContent set)
    {
        for (var at = type; at is not null; at = ParentOf(at))
        {
            if (set.Members.Contains(at))
                return at;
        }
        return null;
    }

    /// <summary>True when two types have positions in the set that conflict.</summary>
    public bool Conflict(string type, string other, ConflictContent set)
    {
        var (p, q) = (Position(type, set), Position(other, set));
        return p is not null && q is not null && p != q && !Ancestors(p).Contains(q) && !Ancestors(q).Contains(p);
    }

    /// <summary>The rule by which wall(T) refuses, over all sets, or null.</summary>
    public string? Wall(IEnumerable<string> types, Presence presence) => Wall(types, presence, Conflicts);

    /// <summary>The rule by which wall-history(T) refuses, or null.</summary>
    public string? WallHistory(IEnumerable<string> types, Presence presence) =>
        Wall(types, presence, Conflicts.Where(set => set.Mode == WallMode.History));

    /// <summary>True when information as secret as <paramref name="other"/> may enter where <paramref name="secrecy"/> is the highest.</summary>
    private static bool Dominates(Secrecy secrecy, Secrecy other)
    {
        if (secrecy.Level < other.Level)
            return false;
        for (var bit = 0; bit < Limits.Categories; bit++)
        {
            var (has, needs) = (secrecy.Categories >> bit & 1, other.Categories >> bit & 1);
            if (needs == 1 && has == 0)
                return false;
        }
        return true;
    }

    private Answer Grant(string x, string y, AccessKind kind, uint port, Flows flows)
    {
        if (Share(x, y))
            return Answer.Yes("sharing-granted");
        if (kind == AccessKind.None)
            return Answer.No("sharing");
        var channel = ChannelFrom(x, y, kind, port);
        if (channel is not null)
            return (channel.Flows & flows) == flows ? Answer.Yes("channels") : Answer.No("direction");
        return Answer.No(ChannelFrom(y, x, kind, port) is null ? "sharing" : "initiator");
    }

    private ChannelContent? ChannelFrom(string from, string to, AccessKind kind, uint port) =>
        Content.Channels.FirstOrDefault(channel => channel.From == from && channel.To == to && channel.Kind == kind && channel.Port == port);

    private string? Wall(IEnumerable<string> types, Presence presence, IEnumerable<ConflictContent> sets)
    {
        foreach (var set in sets)
        {
            var present = presence.In(set.Mode);
            if (types.Any(type => present.Any(other => Conflict(type, other, set))))
                return set.Mode == WallMode.Running ? "conflicts" : "history";
        }
        return null;
    }

    private string? ParentOf(string type) => Content.Types.Single(entry => entry.Name == type).Parent;

    private IEnumerable<string> Ancestors(string type)
    {
        for (var at = ParentOf(type); at is not null; at = ParentOf(at))
            yield return at;
    }
}
