using System.Collections.Generic;
using System.IO;
using System.Linq;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Finds the things that a source map names. Of channels that have the same name, which nothing forbids, the first one is found.</summary>
internal sealed class SourceIndex
{
    private readonly Dictionary<(SourceKind Kind, string Name), int> _places = [];

    public SourceIndex(PolicyIndex index)
    {
        Add(SourceKind.Type, index.Types.Select(type => type.Name));
        Add(SourceKind.Label, index.Labels.Select(label => label.Name));
        Add(SourceKind.Channel, index.Channels.Select(channel => channel.Content.Name));
        Add(SourceKind.Conflict, index.Conflicts.Select(conflict => conflict.Name));
        Add(SourceKind.Host, index.Hosts.Select(host => host.Name));
    }

    public (SourceKind Kind, int Index) Find(SourceContent source)
    {
        if (source.Kind == SourceKind.Policy)
            return (source.Kind, 0);
        return _places.TryGetValue((source.Kind, source.Name), out var place)
            ? (source.Kind, place)
            : throw new InvalidDataException($"the source map names a {source.Kind} '{source.Name}' that does not exist");
    }

    private void Add(SourceKind kind, IEnumerable<string> names)
    {
        foreach (var (place, name) in names.Index())
            _places.TryAdd((kind, name), place);
    }
}
