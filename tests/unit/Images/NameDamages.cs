using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of the names.</summary>
internal static class NameDamages
{
    public static IEnumerable<ReaderDamage> All => [.. Table(), .. Texts(), .. Keys()];

    private static IEnumerable<ReaderDamage> Table() =>
    [
        Names("the names end within their count", WireErrorCode.Truncated, _ => 0, "number of strings", _ => [1, 0, 0]),
        Names("there are very many names", WireErrorCode.OutOfBounds, _ => 4, "Names: at most", bytes => [0xff, 0xff, 0xff, 0xff, .. bytes[4..]]),
        Names("there is one name more than allowed", WireErrorCode.OutOfBounds, _ => 4, "Names: at most", bytes => [1, 0, 4, 0, .. bytes[4..]]),
        Counted("there are as many names as allowed, and nothing has them", parts =>
        {
            parts[SectionId.Names].Bytes = [.. BitConverter.GetBytes(Limits.Names), .. new byte[sizeof(int) * Limits.Names]];
            parts[SectionId.Names].Count = Limits.Names;
        }),
        Names("the names end within the ends of their strings", WireErrorCode.Truncated, _ => 4, "ends of the strings", bytes => bytes[..20]),
        Names("the names end within a string", WireErrorCode.Truncated, bytes => StringTable.StartOf(bytes, Last(bytes)), "string", bytes => bytes[..^1]),
        Names("bytes follow the names", WireErrorCode.Trailing, bytes => bytes.Length - 1, "strings", bytes => [.. bytes, 0]),
        Names("a name ends before it begins", WireErrorCode.OutOfBounds, bytes => StringTable.StartOf(bytes, 2), "string 2: ends ascending",
            bytes => WithEnd(bytes, 2, BitConverter.ToUInt32(bytes, 8) - 1)),
        Names("a name has 1025 bytes", WireErrorCode.OutOfBounds, bytes => StringTable.StartOf(bytes, 1), "string 1: ends ascending, at most 1024",
            bytes => WithEnd(bytes, 1, BitConverter.ToUInt32(bytes, 4) + 1025)),
        Names("a name ends beyond all numbers", WireErrorCode.OutOfBounds, bytes => StringTable.StartOf(bytes, 1), "string 1: ends ascending",
            bytes => WithEnd(bytes, 1, uint.MaxValue)),
        Counted("the section table counts a name more", parts => parts[SectionId.Names].Count++),
        Counted("the section table counts a name less", parts => parts[SectionId.Names].Count--),
        Counted("there is a category without a name", parts => parts.Head[ImageLayout.LevelCounts + 2]++),
        Counted("there is a name that nothing has", parts =>
        {
            parts[SectionId.Names].Bytes = StringTable.Write([.. StringTable.Read(parts[SectionId.Names].Bytes), "nothing"]);
            parts[SectionId.Names].Count++;
        }),
    ];

    private static IEnumerable<ReaderDamage> Texts()
    {
        yield return Names("a name is no UTF-8", WireErrorCode.BadValue, bytes => StringTable.StartOf(bytes, 1), "string: valid UTF-8",
            bytes => WithByte(bytes, StringTable.StartOf(bytes, 0), 0xff));
        yield return Names("a name ends within a letter", WireErrorCode.BadValue, bytes => StringTable.StartOf(bytes, 1), "string: valid UTF-8",
            bytes => WithByte(bytes, StringTable.StartOf(bytes, 1) - 1, 0xc3));
        yield return Names("a name is longer than UTF-8 needs", WireErrorCode.BadValue, bytes => StringTable.StartOf(bytes, 1), "string: valid UTF-8",
            bytes => WithByte(WithByte(bytes, StringTable.StartOf(bytes, 0), 0xc0), StringTable.StartOf(bytes, 0) + 1, 0xaf));
        foreach (var name in new[] { "specimen", "red", "A", "secret", "north" })
        {
            yield return ReaderDamage.At($"the name {name} has 257 bytes", WireErrorCode.OutOfBounds, StartOfNames,
                $"Names: string {IndexOf(name)}: a name of at most 256", parts => parts.Rename(name, new string('x', 257)));
        }
    }

    private static IEnumerable<ReaderDamage> Keys() =>
    [
        Key("a type has another name", SectionId.Types, Specimen.Type("sensors"), 0, IndexOf("sensors")),
        Key("a label has another name", SectionId.Labels, Specimen.Label("wide"), 0, IndexOf("wide")),
        Key("a conflict set has another name", SectionId.Conflicts, Specimen.Conflict("places"), 0, IndexOf("places")),
        Key("a host has another name", SectionId.Hosts, Specimen.Host("h1"), 0, IndexOf("h1")),
        Key("the default host has a name", SectionId.Hosts, 0, 0, IndexOf("h1") - Specimen.Host("h1")),
        Key("a rack has another name", SectionId.Hosts, Specimen.Host("h1"), 16, IndexOf("h1") + 3),
        Key("a host without a rack has one", SectionId.Hosts, 0, 16, IndexOf("h1") - Specimen.Host("h1") + 3),
        Key("a zone has another name", SectionId.Hosts, Specimen.Host("h1"), 32, IndexOf("h1") + 6),
    ];

    /// <summary>Index of the first string that is this.</summary>
    private static int IndexOf(string text) => StringTable.Read(Specimen.Parts[SectionId.Names].Bytes).IndexOf(text);

    private static int Last(byte[] bytes) => BitConverter.ToInt32(bytes) - 1;

    private static byte[] WithEnd(byte[] bytes, int index, uint end) =>
        [.. bytes[..(4 + 4 * index)], .. BitConverter.GetBytes(end), .. bytes[(8 + 4 * index)..]];

    private static byte[] WithByte(byte[] bytes, int at, byte value) => [.. bytes[..at], value, .. bytes[(at + 1)..]];

    private static long StartOfNames(byte[] image) => ImageLayout.StartOf(image, SectionId.Names);

    /// <summary>A change of the section's bytes; the error is at an offset in what comes out.</summary>
    private static ReaderDamage Names(string name, WireErrorCode code, Func<byte[], int> offset, string what, Func<byte[], byte[]> change) => new(
        name, code, what,
        () => ReaderDamage.Joined(parts => parts[SectionId.Names].Bytes = change(parts[SectionId.Names].Bytes)),
        image => StartOfNames(image) + offset(image[ImageLayout.StartOf(image, SectionId.Names)..ImageLayout.EndOf(image, SectionId.Names)]));

    private static ReaderDamage Counted(string name, Action<ImageParts> change) =>
        ReaderDamage.At(name, WireErrorCode.Inconsistent, StartOfNames, "Names: ", change);

    /// <summary>Changes one string, which then does not go with the key of an entry.</summary>
    private static ReaderDamage Key(string name, SectionId id, int index, int field, int text) =>
        ReaderDamage.Of(name, WireErrorCode.Inconsistent, id, index, field, "the key of its name 'another'", parts =>
        {
            var strings = StringTable.Read(parts[SectionId.Names].Bytes).Select((old, i) => i == text ? "another" : old);
            parts[SectionId.Names].Bytes = StringTable.Write([.. strings]);
        });
}
