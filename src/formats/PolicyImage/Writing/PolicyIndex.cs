using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Everything in its canonical order, and where to find it by name.</summary>
internal sealed class PolicyIndex
{
    private readonly Dictionary<string, int> _types;
    private readonly Dictionary<string, int> _labels;

    public PolicyIndex(PolicyContent content)
    {
        Content = content;
        Types = Sort(KeyKind.Type, content.Types, type => type.Name);
        Labels = Sort(KeyKind.Label, content.Labels, label => label.Name);
        Conflicts = Sort(KeyKind.ConflictSet, content.Conflicts, conflict => conflict.Name);
        Hosts = Sort(KeyKind.Host, content.Hosts, host => host.Name);
        _types = Index(Types, type => type.Name, "type");
        _labels = Index(Labels, label => label.Name, "label");
        Channels = [.. content.Channels.Select(channel => new PlacedChannel(channel, Place(channel))).OrderBy(placed => placed.Entry)];
    }

    public PolicyContent Content { get; }

    public TypeContent[] Types { get; }

    public LabelContent[] Labels { get; }

    public ConflictContent[] Conflicts { get; }

    public HostContent[] Hosts { get; }

    public PlacedChannel[] Channels { get; }

    public ushort TypeIndex(string name) => Find(_types, name, "type");

    public ushort LabelIndex(string name) => Find(_labels, name, "label");

    /// <summary>The key of a thing; an empty host, rack or zone name has the zero key.</summary>
    public static StableKey KeyOf(KeyKind kind, string name) => name.Length == 0 ? default : StableKey.Of(kind, name);

    private static T[] Sort<T>(KeyKind kind, IReadOnlyList<T> items, Func<T, string> name) => [.. items.OrderBy(item => KeyOf(kind, name(item)))];

    private static Dictionary<string, int> Index<T>(T[] items, Func<T, string> name, string what)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (!index.TryAdd(name(items[i]), i))
                throw new InvalidDataException($"{what} '{name(items[i])}' is there twice");
        }
        return index;
    }

    private static ushort Find(Dictionary<string, int> index, string name, string what) =>
        index.TryGetValue(name, out var found) ? (ushort)found : throw new InvalidDataException($"there is no {what} '{name}'");

    private Entries.ChannelEntry Place(ChannelContent channel)
    {
        var (from, to) = (LabelIndex(channel.From), LabelIndex(channel.To));
        return from < to
            ? new Entries.ChannelEntry(from, to, channel.Kind, channel.Port, false, channel.Flows)
            : new Entries.ChannelEntry(to, from, channel.Kind, channel.Port, true, channel.Flows.Reversed());
    }
}
