using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Writes the two optional sections: names and texts, and the source map.</summary>
internal static class NamesWriter
{
    /// <summary>Strings in the order that <see cref="PolicyNames"/> reads.</summary>
    public static (int, byte[]) Names(PolicyIndex index)
    {
        var content = index.Content;
        string[] strings =
        [
            content.Name,
            .. index.Types.Select(type => type.Name),
            .. index.Labels.Select(label => label.Name),
            .. index.Labels.Select(label => label.Mark),
            .. index.Labels.Select(label => label.Color),
            .. index.Conflicts.Select(conflict => conflict.Name),
            .. index.Conflicts.Select(conflict => conflict.Why),
            .. index.Channels.Select(channel => channel.Content.Name),
            .. index.Channels.Select(channel => channel.Content.Why),
            .. index.Hosts.Select(host => host.Name),
            .. index.Hosts.Select(host => host.Rack),
            .. index.Hosts.Select(host => host.Zone),
            .. Levels(content.SecrecyLevels),
            .. Levels(content.IntegrityLevels),
            .. content.Categories,
        ];
        return (strings.Length, Strings(strings));
    }

    public static (int, byte[]) Sources(PolicyIndex index)
    {
        string[] files = [.. index.Content.Sources.Select(source => source.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var fileIndex = files.Index().ToDictionary(file => file.Item, file => (uint)file.Index, StringComparer.Ordinal);
        var places = new SourceIndex(index);
        var entries = index.Content.Sources.Select(source => (Placed: places.Find(source), Source: source)).OrderBy(entry => entry.Placed).ToArray();
        var names = Strings(files);
        var bytes = new byte[sizeof(uint) + names.Length + entries.Length * SourceLayout.Size];
        var writer = new WireWriter(bytes);
        writer.U32((uint)names.Length);
        writer.Bytes(names);
        foreach (var (placed, source) in entries)
        {
            writer.U8((byte)placed.Kind);
            writer.Zeros(SourceLayout.Index - SourceLayout.Reserved);
            writer.U32((uint)placed.Index);
            writer.U32(fileIndex[source.File]);
            writer.U32(source.Line);
        }
        return (entries.Length, bytes);
    }

    /// <summary>A policy that names no levels has one without a name.</summary>
    private static IEnumerable<string> Levels(IReadOnlyList<string> names) => names.Count == 0 ? [""] : names;

    /// <summary>u32 count, u32 end of each string counted from the first byte after these, then UTF-8 bytes.</summary>
    private static byte[] Strings(string[] strings)
    {
        var encoded = strings.Select(Encoding.UTF8.GetBytes).ToArray();
        var bytes = new byte[sizeof(uint) * (1 + encoded.Length) + encoded.Sum(text => text.Length)];
        var writer = new WireWriter(bytes);
        writer.U32((uint)encoded.Length);
        uint end = 0;
        foreach (var text in encoded)
            writer.U32(end += (uint)text.Length);
        foreach (var text in encoded)
            writer.Bytes(text);
        return bytes;
    }
}
