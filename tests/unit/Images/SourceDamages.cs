using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of the source map.</summary>
internal static class SourceDamages
{
    private const int EntrySize = 16;
    private const int Index = 4;
    private const int File = 8;
    private const int Line = 12;

    public static IEnumerable<ReaderDamage> All => [.. Files(), .. Frame(), .. Entries()];

    /// <summary>Where the entries begin: after the length of the names of files, and those.</summary>
    private static int Start => 4 + BitConverter.ToInt32(Specimen.Parts[SectionId.Sources].Bytes);

    private static IEnumerable<ReaderDamage> Files() =>
    [
        Map("the source map ends within its first number", WireErrorCode.Truncated, 0, "length of the file names", _ => [1, 2]),
        Map("the names of files are longer than the section", WireErrorCode.Truncated, 4, "file names", bytes => [0xff, 0xff, 0xff, 0xff, .. bytes[4..]]),
        Map("the names of files are no table", WireErrorCode.Truncated, 4, "number of strings", bytes => [2, 0, 0, 0, .. bytes[4..]]),
        Map("a file has a name that is no UTF-8", WireErrorCode.BadValue, 4 + 16 + "channels.yaml".Length, "string: valid UTF-8",
            bytes => With(bytes, 4 + 16, 0xff)),
        Map("the names of files are followed by bytes", WireErrorCode.Trailing, Start, "strings",
            bytes => [.. BitConverter.GetBytes(Start - 3), .. bytes[4..Start], 0, .. bytes[Start..]]),
        Map("the names of files are in the wrong order", WireErrorCode.NotCanonical, 0, "Sources: names of files ascending",
            bytes => WithFiles(bytes, "labels.yaml", "channels.yaml", "policy.yaml")),
        Map("a file stands twice", WireErrorCode.NotCanonical, 0, "Sources: names of files ascending",
            bytes => WithFiles(bytes, "labels.yaml", "policy.yaml", "policy.yaml")),
        Map("there is a file in which nothing stands", WireErrorCode.NotCanonical, null, "files in which something stands",
            bytes => WithFiles(bytes, "channels.yaml", "labels.yaml", "policy.yaml", "unused.yaml")),
    ];

    private static IEnumerable<ReaderDamage> Frame() =>
    [
        Map("the source map ends within an entry", WireErrorCode.Truncated, Start + 6 * EntrySize + Line, "line", bytes => bytes[..^1]),
        Map("the source map lacks its last entry", WireErrorCode.Truncated, Start + 6 * EntrySize, "kind", bytes => bytes[..^EntrySize]),
        Map("bytes follow the source map", WireErrorCode.Trailing, null, "source map", bytes => [.. bytes, 0]) with
        {
            Offset = image => image.Length - 1,
        },
        ReaderDamage.At("the section table counts an entry more", WireErrorCode.Truncated, image => image.Length, "kind",
            parts => parts[SectionId.Sources].Count++),
        ReaderDamage.At("the section table counts an entry less", WireErrorCode.Trailing, image => image.Length - EntrySize, "source map",
            parts => parts[SectionId.Sources].Count--),
    ];

    /// <summary>Entries are in the order of kinds: policy, type, label, channel, conflict set, and two hosts.</summary>
    private static IEnumerable<ReaderDamage> Entries() =>
    [
        Map("the first reserved byte of a source is set", WireErrorCode.Reserved, Start + EntrySize + 1, "reserved",
            bytes => With(bytes, Start + EntrySize + 1, 1)),
        Map("the last reserved byte of a source is set", WireErrorCode.Reserved, Start + EntrySize + 3, "reserved",
            bytes => With(bytes, Start + EntrySize + 3, 1)),
        Behind("a source is of kind 6", WireErrorCode.BadReference, 6, "a thing and a file", 0, 6),
        Behind("a source is of a second policy", WireErrorCode.BadReference, 0, "a thing and a file", Index, 1),
        Behind("a source is of one past the last type", WireErrorCode.BadReference, 1, "a thing and a file", Index, 8),
        Behind("a source is of one past the last label", WireErrorCode.BadReference, 2, "a thing and a file", Index, 10),
        Behind("a source is of one past the last channel", WireErrorCode.BadReference, 3, "a thing and a file", Index, 7),
        Behind("a source is of one past the last conflict set", WireErrorCode.BadReference, 4, "a thing and a file", Index, 3),
        Behind("a source is of one past the last host", WireErrorCode.BadReference, 6, "a thing and a file", Index, 3),
        Behind("a source is very far behind", WireErrorCode.BadReference, 6, "a thing and a file", Index + 3, 0xff),
        Behind("a source is in one past the last file", WireErrorCode.BadReference, 5, "a thing and a file", File, 3),
        Behind("a source is in line 0", WireErrorCode.BadValue, 1, "line", Line, 0),
        Behind("sources are in the wrong order of kinds", WireErrorCode.NotCanonical, 4, "sources ascending", 0, 0),
        Map("a thing has two sources", WireErrorCode.NotCanonical, Start + 2 * EntrySize, "sources ascending",
            bytes => [.. bytes[..(Start + EntrySize)], .. bytes[Start..(Start + EntrySize)], .. bytes[(Start + 2 * EntrySize)..]]),
    ];

    private static byte[] With(byte[] bytes, int at, byte value) => [.. bytes[..at], value, .. bytes[(at + 1)..]];

    private static byte[] WithFiles(byte[] bytes, params string[] files)
    {
        var table = StringTable.Write(files);
        return [.. BitConverter.GetBytes(table.Length), .. table, .. bytes[Start..]];
    }

    /// <summary>A change of a byte of one entry, which a reader finds when it has read the entry.</summary>
    private static ReaderDamage Behind(string name, WireErrorCode code, int entry, string what, int field, byte value) =>
        Map(name, code, Start + (entry + 1) * EntrySize, what, bytes => With(bytes, Start + entry * EntrySize + field, value));

    /// <summary>A change of the section's bytes; the error is at an offset in them, or where they end.</summary>
    private static ReaderDamage Map(string name, WireErrorCode code, int? offset, string what, Func<byte[], byte[]> change) => new(
        name, code, what,
        () => ReaderDamage.Joined(parts => parts[SectionId.Sources].Bytes = change(parts[SectionId.Sources].Bytes)),
        image => offset is { } at ? ImageLayout.StartOf(image, SectionId.Sources) + at : image.Length);
}
