using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>Makes the digests of a damaged image right again, so that a reader comes to what else is wrong with it.</summary>
public static class DigestRepair
{
    /// <summary>Writes the digest of every section whose place in the table lies within the image.</summary>
    public static void Repair(byte[] image)
    {
        for (var id = (SectionId)1; (int)id <= ImageLayout.Sections && image.Length >= ImageLayout.HeaderSize; id++)
        {
            var entry = image.AsSpan(ImageLayout.Entry(id));
            var start = BinaryPrimitives.ReadUInt64LittleEndian(entry[ImageLayout.Offset..]);
            var length = BinaryPrimitives.ReadUInt64LittleEndian(entry[ImageLayout.Length..]);
            if (start <= (ulong)image.Length && length <= (ulong)image.Length - start)
                SHA256.HashData(image.AsSpan((int)start, (int)length), entry[ImageLayout.Digest..]);
        }
    }
}
