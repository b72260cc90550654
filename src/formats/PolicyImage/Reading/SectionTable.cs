using System;
using System.Buffers.Binary;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads the section table: sections in order of their ids, one after the other at multiples of 64, lengths that fit their counts.</summary>
internal static class SectionTable
{
    public const int Alignment = 64;

    /// <summary>Reads and checks every entry, the lengths in the header, the padding and the digests of the sections that are there.</summary>
    public static Section[]? Read(ReadOnlySpan<byte> image, ImageHeader header, out WireError error)
    {
        var sections = new Section[ImageHeader.SectionCount];
        long end = HeaderLayout.Size;
        for (var i = 0; i < sections.Length; i++)
        {
            if (!ReadEntry(image, i, end, sections, out error))
                return null;
            end = sections[i].End;
        }
        return LengthsFit(image, header, sections, out error) && ContentIsIntact(image, sections, out error) ? sections : null;
    }

    /// <summary>True when the image is long enough to hold the section; optional ones may have been dropped.</summary>
    public static bool IsPresent(ReadOnlySpan<byte> image, Section section) => image.Length >= section.End;

    public static long Align(long offset) => (offset + Alignment - 1) / Alignment * Alignment;

    private static bool ReadEntry(ReadOnlySpan<byte> image, int index, long end, Section[] sections, out WireError error)
    {
        var at = HeaderLayout.Sections + index * SectionLayout.Size;
        var entry = image.Slice(at, SectionLayout.Size);
        var id = BinaryPrimitives.ReadUInt32LittleEndian(entry[SectionLayout.Id..]);
        if (id != index + 1)
            return Fail(WireErrorCode.NotCanonical, at, $"section id: {index + 1}", out error);
        if (entry[SectionLayout.Reserved..SectionLayout.Digest].ContainsAnyExcept((byte)0))
            return Fail(WireErrorCode.Reserved, at + SectionLayout.Reserved, "reserved bytes: zeros", out error);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(entry[SectionLayout.Count..]);
        var most = SectionShape.MaxCount((SectionId)id);
        if (count > (uint)most)
            return Fail(WireErrorCode.OutOfBounds, at + SectionLayout.Count, $"{(SectionId)id} count: at most {most}", out error);
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[SectionLayout.Offset..]);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(entry[SectionLayout.Length..]);
        if (offset != (ulong)Align(end))
            return Fail(WireErrorCode.NotCanonical, at + SectionLayout.Offset, $"{(SectionId)id} offset: {Align(end)}", out error);
        if (length > Limits.ImageBytes || (long)offset + (long)length > Limits.ImageBytes || !SectionShape.LengthFits((SectionId)id, (int)count, (long)length))
            return Fail(WireErrorCode.OutOfBounds, at + SectionLayout.Length, $"{(SectionId)id} length: what {count} entries take", out error);
        sections[index] = new Section((SectionId)id, (int)count, (int)offset, (int)length, Digest.Read(entry[SectionLayout.Digest..]));
        error = default;
        return true;
    }

    private static bool LengthsFit(ReadOnlySpan<byte> image, ImageHeader header, Section[] sections, out WireError error)
    {
        var required = sections[(int)SectionId.Renames - 1].End;
        var withNames = sections[(int)SectionId.Names - 1].End;
        var full = sections[(int)SectionId.Sources - 1].End;
        if (header.RequiredLength != (ulong)required)
            return Fail(WireErrorCode.Inconsistent, HeaderLayout.RequiredLength, $"required length: {required}", out error);
        if (header.FullLength != (ulong)full)
            return Fail(WireErrorCode.Inconsistent, HeaderLayout.FullLength, $"full length: {full}", out error);
        if (image.Length > full)
            return Fail(WireErrorCode.Trailing, full, $"image length: {full}", out error);
        if (image.Length != required && image.Length != withNames && image.Length != full)
            return Fail(WireErrorCode.Truncated, image.Length, $"image length: {full}, or {withNames} or {required} without optional sections", out error);
        error = default;
        return true;
    }

    private static bool ContentIsIntact(ReadOnlySpan<byte> image, Section[] sections, out WireError error)
    {
        long end = HeaderLayout.Size;
        foreach (var section in sections)
        {
            if (!IsPresent(image, section))
                break;
            var gap = image[(int)end..section.Offset].IndexOfAnyExcept((byte)0);
            if (gap >= 0)
                return Fail(WireErrorCode.Reserved, end + gap, "padding between sections: zeros", out error);
            if (Digest.Of(image.Slice(section.Offset, section.Length)) != section.Digest)
                return Fail(WireErrorCode.BadDigest, section.Offset, $"{section.Id}: bytes that match the digest in the section table", out error);
            end = section.End;
        }
        error = default;
        return true;
    }

    private static bool Fail(WireErrorCode code, long offset, string what, out WireError error)
    {
        error = new WireError(code, offset, what);
        return false;
    }
}
