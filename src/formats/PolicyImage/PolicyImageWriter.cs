using System;
using System.IO;
using System.Security.Cryptography;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Reading;
using Cofferdam.PolicyImage.Writing;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage;

/// <summary>Writes the one image of a policy: the same content gives the same bytes everywhere, whatever order it was given in.</summary>
public static class PolicyImageWriter
{
    /// <summary>Compiles a policy to an unsigned image.</summary>
    /// <param name="content">The policy by name.</param>
    /// <returns>The image; <see cref="PolicySignature.Sign"/> signs it in place.</returns>
    /// <exception cref="InvalidDataException">The content names something that does not exist, or is no valid policy; the message says what.</exception>
    public static byte[] Write(PolicyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ContentLimits.Check(content);
        var index = new PolicyIndex(content);
        var sections = new (int Count, byte[] Bytes)[]
        {
            SectionWriter.Types(index),
            SectionWriter.Labels(index),
            SectionWriter.LabelTypes(index),
            AccessWriter.Write(index),
            SectionWriter.Channels(index),
            SectionWriter.Conflicts(index),
            SectionWriter.Members(index),
            HostWriter.Hosts(index),
            HostWriter.HostTypes(index),
            HostWriter.Images(content),
            HostWriter.Keys(index),
            HostWriter.Renames(index),
            NamesWriter.Names(index),
            NamesWriter.Sources(index),
        };
        var image = Assemble(content, sections);
        if (CompiledPolicy.OpenUnsigned(image, out var error) is null || PolicyNames.Read(image, out error) is null)
            throw new InvalidDataException($"this is no valid policy: {error}");
        return image;
    }

    private static byte[] Assemble(PolicyContent content, (int Count, byte[] Bytes)[] sections)
    {
        var offsets = new long[sections.Length];
        long end = HeaderLayout.Size;
        for (var i = 0; i < sections.Length; i++)
        {
            offsets[i] = SectionTable.Align(end);
            end = offsets[i] + sections[i].Bytes.Length;
        }
        if (end > Limits.ImageBytes)
            throw new InvalidDataException($"the image would have {end} bytes; at most {Limits.ImageBytes} are allowed");
        var image = new byte[end];
        const int lastRequired = (int)SectionId.Renames - 1;
        WriteHeader(image, content, offsets[lastRequired] + sections[lastRequired].Bytes.Length);
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i].Bytes.CopyTo(image, offsets[i]);
            WriteEntry(image.AsSpan(HeaderLayout.Sections + i * SectionLayout.Size, SectionLayout.Size), i + 1, sections[i], offsets[i]);
        }
        return image;
    }

    private static void WriteHeader(byte[] image, PolicyContent content, long requiredLength)
    {
        var writer = new WireWriter(image);
        writer.Bytes(ImageHeader.Magic);
        writer.U16(ImageHeader.FormatVersion);
        writer.U16(content.Quarantine ? ImageHeader.QuarantineFlag : (ushort)0);
        writer.U32(ImageHeader.SectionCount);
        writer.U64(content.Serial);
        writer.U64(content.PredecessorSerial);
        content.PredecessorDigest.Write(writer.Next(Digest.Size));
        writer.U64((ulong)requiredLength);
        writer.U64((ulong)image.Length);
        writer.U8(LevelCount(content.SecrecyLevels.Count));
        writer.U8(LevelCount(content.IntegrityLevels.Count));
        writer.U8(checked((byte)content.Categories.Count));
    }

    private static byte LevelCount(int named) => checked((byte)Math.Max(1, named));

    private static void WriteEntry(Span<byte> entry, int id, (int Count, byte[] Bytes) section, long offset)
    {
        var writer = new WireWriter(entry);
        writer.U32((uint)id);
        writer.U32((uint)section.Count);
        writer.U64((ulong)offset);
        writer.U64((ulong)section.Bytes.Length);
        writer.Zeros(SectionLayout.Digest - SectionLayout.Reserved);
        SHA256.HashData(section.Bytes, writer.Next(Digest.Size));
    }
}
