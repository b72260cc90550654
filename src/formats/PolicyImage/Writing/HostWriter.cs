using System;
using System.Buffers.Binary;
using System.Linq;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Writes the sections on hosts, images, keys and renames.</summary>
internal static class HostWriter
{
    public static (int, byte[]) Hosts(PolicyIndex index)
    {
        var bytes = new byte[index.Hosts.Length * HostLayout.Size];
        var writer = new WireWriter(bytes);
        foreach (var host in index.Hosts)
        {
            PolicyIndex.KeyOf(KeyKind.Host, host.Name).Write(writer.Next(StableKey.Size));
            PolicyIndex.KeyOf(KeyKind.Rack, host.Rack).Write(writer.Next(StableKey.Size));
            PolicyIndex.KeyOf(KeyKind.Zone, host.Zone).Write(writer.Next(StableKey.Size));
            writer.U8(host.AttestationRequired ? (byte)1 : (byte)0);
            writer.Zeros(HostLayout.Size - HostLayout.Reserved);
        }
        return (index.Hosts.Length, bytes);
    }

    public static (int, byte[]) HostTypes(PolicyIndex index)
    {
        var words = CompiledPolicy.RowWords(index.Types.Length);
        var rows = new ulong[index.Hosts.Length * words];
        for (var host = 0; host < index.Hosts.Length; host++)
        {
            foreach (var type in index.Hosts[host].Runs.Select(index.TypeIndex))
                rows[host * words + (type >> 6)] |= 1UL << (type & 63);
        }
        var bytes = new byte[rows.Length * sizeof(ulong)];
        for (var i = 0; i < rows.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), rows[i]);
        return (rows.Length, bytes);
    }

    public static (int, byte[]) Images(PolicyContent content)
    {
        var images = content.Images.Order().ToArray();
        var bytes = new byte[images.Length * Digest.Size];
        for (var i = 0; i < images.Length; i++)
            images[i].Write(bytes.AsSpan(i * Digest.Size));
        return (images.Length, bytes);
    }

    public static (int, byte[]) Keys(PolicyIndex index)
    {
        var keys = index.Content.Keys.Select(key => new KeyEntry(key.Role, LabelOf(index, key), key.Id)).Order().ToArray();
        var bytes = new byte[keys.Length * KeyLayout.Size];
        var writer = new WireWriter(bytes);
        foreach (var key in keys)
        {
            writer.U8((byte)key.Role);
            writer.U8(0);
            writer.U16(key.Label);
            writer.U32(0);
            key.Id.Write(writer.Next(Digest.Size));
        }
        return (keys.Length, bytes);
    }

    public static (int, byte[]) Renames(PolicyIndex index)
    {
        var renames = index.Content.Renames.Select(rename => Place(index, rename)).OrderBy(rename => (rename.Kind, rename.Index)).ToArray();
        var bytes = new byte[renames.Length * RenameLayout.Size];
        var writer = new WireWriter(bytes);
        foreach (var rename in renames)
        {
            rename.OldKey.Write(writer.Next(StableKey.Size));
            writer.U16(rename.Index);
            writer.U8(rename.Kind == KeyKind.Type ? (byte)0 : (byte)1);
            writer.Zeros(RenameLayout.Size - RenameLayout.Reserved);
        }
        return (renames.Length, bytes);
    }

    private static ushort LabelOf(PolicyIndex index, KeyContent key) => key.Label is { } label ? index.LabelIndex(label) : KeyEntry.NoLabel;

    private static RenameEntry Place(PolicyIndex index, RenameContent rename) => rename.Kind switch
    {
        KeyKind.Type => new RenameEntry(KeyKind.Type, index.TypeIndex(rename.Name), StableKey.Of(KeyKind.Type, rename.OldName)),
        KeyKind.Label => new RenameEntry(KeyKind.Label, index.LabelIndex(rename.Name), StableKey.Of(KeyKind.Label, rename.OldName)),
        _ => throw new System.IO.InvalidDataException($"only types and labels can be renamed, not a {rename.Kind}"),
    };
}
