using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of header and section table.</summary>
internal static class HeadDamages
{
    public static IEnumerable<ReaderDamage> All =>
    [
        .. Header(), .. Lengths(), .. Enumerable.Range(1, ImageLayout.Sections).SelectMany(id => Table((SectionId)id)),
    ];

    private static IEnumerable<ReaderDamage> Header() =>
    [
        Byte("the first letter is another one", WireErrorCode.BadMagic, 0, "magic", 0, (byte)'c'),
        Byte("the last letter is another one", WireErrorCode.BadMagic, 0, "magic", 7, (byte)'J'),
        Byte("the version is 2", WireErrorCode.BadMagic, 8, "version", 8, 2),
        Byte("the version is 257", WireErrorCode.BadMagic, 8, "version", 9, 1),
        Byte("flag 1 is set", WireErrorCode.Reserved, 10, "flags", 10, 3),
        Byte("flag 15 is set", WireErrorCode.Reserved, 10, "flags", 11, 0x80),
        Byte("there are 13 sections", WireErrorCode.BadMagic, 12, "section count", 12, 13),
        Byte("the first reserved byte is set", WireErrorCode.Reserved, 83, "reserved bytes", 83, 1),
        Byte("the last reserved byte is set", WireErrorCode.Reserved, 83, "reserved bytes", 127, 1),
        Byte("the serial is that of the predecessor", WireErrorCode.BadValue, 16, "serial", 16, 6),
        ReaderDamage.OfHead("the serial is zero", WireErrorCode.BadValue, 16, "serial", image => image.AsSpan(16, 48).Clear()),
        ReaderDamage.OfHead("the predecessor has no serial", WireErrorCode.Inconsistent, 32, "predecessor", image => image.AsSpan(24, 8).Clear()),
        ReaderDamage.OfHead("the predecessor has no digest", WireErrorCode.Inconsistent, 32, "predecessor", image => image.AsSpan(32, 32).Clear()),
        Byte("there is no secrecy level", WireErrorCode.OutOfBounds, 80, "secrecy levels", 80, 0),
        Byte("there are 65 secrecy levels", WireErrorCode.OutOfBounds, 80, "secrecy levels", 80, 65),
        Byte("there is no integrity level", WireErrorCode.OutOfBounds, 81, "integrity levels", 81, 0),
        Byte("there are 65 integrity levels", WireErrorCode.OutOfBounds, 81, "integrity levels", 81, 65),
        Byte("there are 65 categories", WireErrorCode.OutOfBounds, 82, "categories", 82, 65),
    ];

    private static IEnumerable<ReaderDamage> Lengths()
    {
        var (image, required, names) = (Specimen.Image, End(SectionId.Renames), End(SectionId.Names));
        yield return Nudged("the required length is one too high", WireErrorCode.Inconsistent, ImageLayout.RequiredLength, $"required length: {required}", 1);
        yield return Nudged("the required length is one too low", WireErrorCode.Inconsistent, ImageLayout.RequiredLength, $"required length: {required}", -1);
        yield return Nudged("the full length is one too high", WireErrorCode.Inconsistent, ImageLayout.FullLength, $"full length: {image.Length}", 1);
        yield return Whole("a byte follows", WireErrorCode.Trailing, image.Length, [.. image, 0]);
        yield return Whole("another image follows", WireErrorCode.Trailing, image.Length, [.. image, .. image]);
        foreach (var length in new[] { ImageLayout.HeaderSize, required - 1, required + 1, names - 1, names + 1, image.Length - 1 })
            yield return Whole($"only {length} bytes are there", WireErrorCode.Truncated, length, image[..length]);
    }

    private static IEnumerable<ReaderDamage> Table(SectionId id)
    {
        var entry = ImageLayout.Entry(id);
        yield return Nudged($"{id} has the next id", WireErrorCode.NotCanonical, entry, $"section id: {(int)id}", 1);
        yield return Byte($"{id} has a reserved byte that is set", WireErrorCode.Reserved, entry + 24, "reserved bytes", entry + 31, 1);
        yield return ReaderDamage.OfHead($"{id} has very many entries", WireErrorCode.OutOfBounds, entry + 4, $"{id} count",
            image => image.AsSpan(entry + 4, 4).Fill(0xff));
        yield return Nudged($"{id} begins 64 bytes later", WireErrorCode.NotCanonical, entry + 8, $"{id} offset", 64);
        yield return Nudged($"{id} begins one byte earlier", WireErrorCode.NotCanonical, entry + 8, $"{id} offset", -1);
        yield return Byte($"{id} has a length above all limits", WireErrorCode.OutOfBounds, entry + 16, $"{id} length", entry + 23, 0x80);
        yield return Byte($"{id} ends behind the longest image", WireErrorCode.OutOfBounds, entry + 16, $"{id} length", entry + 19, 4);
        yield return ReaderDamage.OfHead($"{id} is as long as the longest image", WireErrorCode.OutOfBounds, entry + 16, $"{id} length",
            image => BinaryPrimitives.WriteInt64LittleEndian(image.AsSpan(entry + 16), Limits.ImageBytes));
        if (id <= SectionId.Renames)
            yield return Nudged($"{id} has one entry more than bytes", WireErrorCode.OutOfBounds, entry + 16, $"{id} length", 1, entry + 4);
        yield return ReaderDamage.At(
            $"{id} does not match its digest", WireErrorCode.BadDigest, image => ImageLayout.StartOf(image, id), $"{id}: bytes that match", _ => { }) with
        {
            Make = () => Flipped(ImageLayout.EndOf(Specimen.Image, id) - 1),
        };
        foreach (var damage in Padding(id))
            yield return damage;
    }

    /// <summary>The first and the last byte between a section and the next one.</summary>
    private static IEnumerable<ReaderDamage> Padding(SectionId id)
    {
        var (end, next) = (End(id), ImageLayout.Align(End(id)));
        if (id == SectionId.Sources || end == next)
            yield break;
        foreach (var at in new[] { end, next - 1 }.Distinct())
            yield return Byte($"byte {at - end} after {id} is set", WireErrorCode.Reserved, at, "padding between sections", at, 1);
    }

    private static int End(SectionId id) => ImageLayout.EndOf(Specimen.Image, id);

    private static ReaderDamage Byte(string name, WireErrorCode code, int offset, string what, int at, byte value) =>
        ReaderDamage.OfHead(name, code, offset, what, image => image[at] = value);

    /// <summary>Adds to a field (the one with the error, unless said otherwise), at most four bytes of it.</summary>
    private static ReaderDamage Nudged(string name, WireErrorCode code, int offset, string what, int change, int? field = null) =>
        ReaderDamage.OfHead(name, code, offset, what, image =>
        {
            var value = image.AsSpan(field ?? offset, sizeof(int));
            BinaryPrimitives.WriteInt32LittleEndian(value, BinaryPrimitives.ReadInt32LittleEndian(value) + change);
        });

    private static ReaderDamage Whole(string name, WireErrorCode code, long offset, byte[] image) =>
        new(name, code, "image length", () => image, _ => offset);

    private static byte[] Flipped(int at)
    {
        var image = Specimen.Image;
        image[at] ^= 1;
        return image;
    }
}
