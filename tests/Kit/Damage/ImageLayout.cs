using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>Offsets and sizes of docs/reference/policy-image.md, copied by hand: what tests expect must not come from the code that they test.</summary>
public static class ImageLayout
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderSize = 1152;

    /// <summary>The policy's digest covers all bytes up to here, where the signer's key stands.</summary>
    public const int SignerKey = 1024;

    /// <summary>The signature covers all bytes up to here, where it stands.</summary>
    public const int Signature = 1088;

    /// <summary>Where the length without optional sections stands.</summary>
    public const int RequiredLength = 64;

    /// <summary>Where the whole length stands.</summary>
    public const int FullLength = 72;

    /// <summary>Where the numbers of secrecy levels, integrity levels and categories stand, a byte each.</summary>
    public const int LevelCounts = 80;

    /// <summary>Sections there are.</summary>
    public const int Sections = 14;

    /// <summary>Field of a section entry: number of entries.</summary>
    public const int Count = 4;

    /// <summary>Field of a section entry: offset in the image.</summary>
    public const int Offset = 8;

    /// <summary>Field of a section entry: length in bytes.</summary>
    public const int Length = 16;

    /// <summary>Field of a section entry: zeros.</summary>
    public const int Reserved = 24;

    /// <summary>Field of a section entry: SHA-256 of its bytes.</summary>
    public const int Digest = 32;

    private const int TableStart = 128;
    private const int TableEntry = 64;
    private const int Alignment = 64;

    /// <summary>Where a section's entry stands in the table.</summary>
    public static int Entry(SectionId id) => TableStart + ((int)id - 1) * TableEntry;

    /// <summary>Bytes of one entry of a section; 1 for the two that consist of strings.</summary>
    public static int EntrySize(SectionId id) => id switch
    {
        SectionId.Types => 24,
        SectionId.Labels => 48,
        SectionId.LabelTypes or SectionId.Members => 2,
        SectionId.Access => 4,
        SectionId.Channels => 12,
        SectionId.Conflicts => 24,
        SectionId.Hosts => 56,
        SectionId.HostTypes => 8,
        SectionId.Images => 32,
        SectionId.Keys => 40,
        SectionId.Renames => 24,
        _ => 1,
    };

    /// <summary>Where the section after one that ends at <paramref name="end"/> begins.</summary>
    public static int Align(int end) => (end + Alignment - 1) / Alignment * Alignment;

    /// <summary>Where a section of an image begins, as its table says.</summary>
    public static int StartOf(byte[] image, SectionId id) => (int)BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(Entry(id) + Offset));

    /// <summary>Where a section of an image ends, as its table says.</summary>
    public static int EndOf(byte[] image, SectionId id) =>
        StartOf(image, id) + (int)BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(Entry(id) + Length));
}
