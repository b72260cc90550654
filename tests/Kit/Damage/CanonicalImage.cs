using System;
using System.IO;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// The bytes that an image must have for what a reader took from it, written by docs/reference/policy-image.md alone. If they are the bytes that
/// were read, then no two images say the same: every table was read right, and everything that means nothing is zero.
/// </summary>
public static class CanonicalImage
{
    /// <summary>Writes what <paramref name="policy"/> says. What it does not say (numbers of levels, signer, optional sections) is copied from the image.</summary>
    public static byte[] Of(CompiledPolicy policy, byte[] image)
    {
        var bytes = new byte[image.Length];
        WriteHeader(policy, bytes);
        image.AsSpan(ImageLayout.LevelCounts, 3).CopyTo(bytes.AsSpan(ImageLayout.LevelCounts));
        image.AsSpan(ImageLayout.SignerKey..ImageLayout.HeaderSize).CopyTo(bytes.AsSpan(ImageLayout.SignerKey));
        var end = ImageLayout.HeaderSize;
        for (var id = SectionId.Types; id <= SectionId.Renames; id++)
            end = Place(bytes, id, end, CanonicalSection.Of(policy, id));
        BitConverter.TryWriteBytes(bytes.AsSpan(ImageLayout.RequiredLength), (ulong)end);
        for (var id = SectionId.Names; id <= SectionId.Sources; id++)
            end = CopyOptional(bytes, id, end, image);
        BitConverter.TryWriteBytes(bytes.AsSpan(ImageLayout.FullLength), (ulong)end);
        return bytes;
    }

    private static void WriteHeader(CompiledPolicy policy, byte[] bytes)
    {
        using var writer = new BinaryWriter(new MemoryStream(bytes));
        writer.Write("COFFERPI"u8);
        writer.Write((ushort)1);
        writer.Write((ushort)(policy.Quarantine ? 1 : 0));
        writer.Write((uint)ImageLayout.Sections);
        writer.Write(policy.Serial);
        writer.Write(policy.PredecessorSerial);
        writer.Write(Convert.FromHexString(policy.PredecessorDigest.ToString()));
    }

    private static int Place(byte[] bytes, SectionId id, int end, byte[] section)
    {
        var start = ImageLayout.Align(end);
        section.CopyTo(bytes, start);
        WriteEntry(bytes, id, start, section.Length, (uint)(section.Length / ImageLayout.EntrySize(id)));
        SHA256.HashData(section, bytes.AsSpan(ImageLayout.Entry(id) + ImageLayout.Digest));
        return start + section.Length;
    }

    /// <summary>An optional section, which may be gone, has the length, count and digest that it says.</summary>
    private static int CopyOptional(byte[] bytes, SectionId id, int end, byte[] image)
    {
        var (start, length) = (ImageLayout.Align(end), ImageLayout.EndOf(image, id) - ImageLayout.StartOf(image, id));
        var entry = ImageLayout.Entry(id);
        WriteEntry(bytes, id, start, length, BitConverter.ToUInt32(image, entry + ImageLayout.Count));
        image.AsSpan(entry + ImageLayout.Digest, Digest.Size).CopyTo(bytes.AsSpan(entry + ImageLayout.Digest));
        if (start + length <= image.Length)
            image.AsSpan(start, length).CopyTo(bytes.AsSpan(start));
        return start + length;
    }

    private static void WriteEntry(byte[] bytes, SectionId id, int start, int length, uint count)
    {
        using var writer = new BinaryWriter(new MemoryStream(bytes, ImageLayout.Entry(id), ImageLayout.Digest));
        writer.Write((uint)id);
        writer.Write(count);
        writer.Write((ulong)start);
        writer.Write((ulong)length);
    }
}
