using System;
using System.Buffers.Binary;
using System.Linq;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>A valid image taken apart, to be changed and put together again with offsets, lengths and digests that fit.</summary>
public sealed class ImageParts
{
    private readonly SectionPart[] _sections;

    private ImageParts(byte[] head, SectionPart[] sections)
    {
        Head = head;
        _sections = sections;
    }

    /// <summary>The header's bytes; the section table and the lengths in it are written anew by <see cref="Join"/>.</summary>
    public byte[] Head { get; }

    /// <summary>A section.</summary>
    public SectionPart this[SectionId id] => _sections[(int)id - 1];

    /// <summary>Takes a whole valid image apart.</summary>
    public static ImageParts Split(byte[] image) =>
        new(image[..ImageLayout.HeaderSize], [.. Enumerable.Range(1, ImageLayout.Sections).Select(id => Cut(image, (SectionId)id))]);

    /// <summary>Puts the image together. Nothing is signed: whatever stood there as signature stands there still.</summary>
    public byte[] Join()
    {
        var starts = new int[_sections.Length];
        var end = ImageLayout.HeaderSize;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = ImageLayout.Align(end);
            end = starts[i] + _sections[i].Bytes.Length;
        }
        var image = new byte[end];
        Head.CopyTo(image, 0);
        for (var i = 0; i < starts.Length; i++)
            Place(image, (SectionId)(i + 1), starts[i]);
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(ImageLayout.RequiredLength), (ulong)ImageLayout.EndOf(image, SectionId.Renames));
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(ImageLayout.FullLength), (ulong)end);
        return image;
    }

    private static SectionPart Cut(byte[] image, SectionId id) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(image.AsSpan(ImageLayout.Entry(id) + ImageLayout.Count)),
        image[ImageLayout.StartOf(image, id)..ImageLayout.EndOf(image, id)]);

    private void Place(byte[] image, SectionId id, int start)
    {
        var section = this[id];
        section.Bytes.CopyTo(image, start);
        var entry = image.AsSpan(ImageLayout.Entry(id));
        BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)id);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[ImageLayout.Count..], section.Count);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[ImageLayout.Offset..], (ulong)start);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[ImageLayout.Length..], (ulong)section.Bytes.Length);
        entry[ImageLayout.Reserved..ImageLayout.Digest].Clear();
        SHA256.HashData(section.Bytes, entry[ImageLayout.Digest..]);
    }
}
