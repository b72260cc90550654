using System;
using System.Buffers.Binary;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Changes of single fields and entries of an image that was taken apart.</summary>
internal static class PartEdits
{
    /// <summary>Writes a byte of an entry.</summary>
    public static void U8(this ImageParts parts, SectionId id, int index, int field, byte value) => parts.Entry(id, index)[field] = value;

    /// <summary>Writes a 16-bit field of an entry.</summary>
    public static void U16(this ImageParts parts, SectionId id, int index, int field, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(parts.Entry(id, index)[field..], value);

    /// <summary>Writes a 32-bit field of an entry.</summary>
    public static void U32(this ImageParts parts, SectionId id, int index, int field, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(parts.Entry(id, index)[field..], value);

    /// <summary>Reads a 16-bit field of an entry.</summary>
    public static ushort U16(this ImageParts parts, SectionId id, int index, int field) =>
        BinaryPrimitives.ReadUInt16LittleEndian(parts.Entry(id, index)[field..]);

    /// <summary>Reads a 32-bit field of an entry.</summary>
    public static uint U32(this ImageParts parts, SectionId id, int index, int field) =>
        BinaryPrimitives.ReadUInt32LittleEndian(parts.Entry(id, index)[field..]);

    /// <summary>Flips bits of a byte of an entry.</summary>
    public static void Flip(this ImageParts parts, SectionId id, int index, int field, byte bits) => parts.Entry(id, index)[field] ^= bits;

    /// <summary>Writes zeros over a part of an entry.</summary>
    public static void Clear(this ImageParts parts, SectionId id, int index, int field, int length) => parts.Entry(id, index).Slice(field, length).Clear();

    /// <summary>Writes one entry over another.</summary>
    public static void Copy(this ImageParts parts, SectionId id, int from, int to) => parts.Entry(id, from).CopyTo(parts.Entry(id, to));

    /// <summary>Exchanges two entries.</summary>
    public static void Swap(this ImageParts parts, SectionId id, int a, int b)
    {
        var kept = parts.Entry(id, a).ToArray();
        parts.Copy(id, b, a);
        kept.CopyTo(parts.Entry(id, b));
    }

    /// <summary>Exchanges the keys with which two entries begin.</summary>
    public static void SwapKeys(this ImageParts parts, SectionId id, int a, int b)
    {
        const int size = 16;
        var kept = parts.Entry(id, a)[..size].ToArray();
        parts.Entry(id, b)[..size].CopyTo(parts.Entry(id, a));
        kept.CopyTo(parts.Entry(id, b));
    }

    /// <summary>Adds an entry of zeros.</summary>
    public static void Append(this ImageParts parts, SectionId id)
    {
        parts[id].Bytes = [.. parts[id].Bytes, .. new byte[ImageLayout.EntrySize(id)]];
        parts[id].Count++;
    }

    /// <summary>Removes the last entry.</summary>
    public static void RemoveLast(this ImageParts parts, SectionId id)
    {
        parts[id].Bytes = parts[id].Bytes[..^ImageLayout.EntrySize(id)];
        parts[id].Count--;
    }

    /// <summary>Removes all entries of a section.</summary>
    public static void Empty(this ImageParts parts, SectionId id) => (parts[id].Bytes, parts[id].Count) = ([], 0);

    /// <summary>Changes the strings of the names section.</summary>
    public static void Rename(this ImageParts parts, string name, string other) =>
        parts[SectionId.Names].Bytes = StringTable.Write([.. StringTable.Read(parts[SectionId.Names].Bytes).Select(text => text == name ? other : text)]);

    private static Span<byte> Entry(this ImageParts parts, SectionId id, int index)
    {
        var size = ImageLayout.EntrySize(id);
        return parts[id].Bytes.AsSpan(index * size, size);
    }
}
