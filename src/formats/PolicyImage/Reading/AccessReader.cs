using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// Reads the access table: it must have its digest and be, word for word, what labels and channels say. It is by far the largest
/// section, so both are checked in one pass, a few rows at a time while the processor has them in its cache. What is kept is a byte
/// per pair (<see cref="PairBits"/>).
/// </summary>
internal static class AccessReader
{
    private const int BytesAtATime = 1 << 16;

    public static byte[]? Read(ImageSections sections, AccessRows rows, out WireError error)
    {
        var bytes = sections.Bytes(SectionId.Access);
        var labels = rows.LabelCount;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        WireError mismatch;
        byte[] pairs = [];
        if (bytes.Length == labels * labels * sizeof(uint))
        {
            pairs = ReadRows(sections, rows, hash, out mismatch);
        }
        else
        {
            mismatch = Mismatch(sections, 0, $"{labels} × {labels} words");
            hash.AppendData(bytes);
        }
        Span<byte> digest = stackalloc byte[Digest.Size];
        hash.GetCurrentHash(digest);
        var isIntact = Digest.Read(digest) == sections[SectionId.Access].Digest;
        error = isIntact ? mismatch : SectionTable.BadDigest(sections[SectionId.Access]);
        return error.IsError ? null : pairs;
    }

    private static byte[] ReadRows(ImageSections sections, AccessRows rows, IncrementalHash hash, out WireError mismatch)
    {
        var bytes = sections.Bytes(SectionId.Access);
        var labels = rows.LabelCount;
        // Every row of it is written below.
        var pairs = GC.AllocateUninitializedArray<byte>(labels * labels);
        var swapped = BitConverter.IsLittleEndian ? [] : new uint[labels];
        var hashed = 0;
        mismatch = default;
        for (var x = 0; x < labels; x++)
        {
            var row = bytes.Slice(x * labels * sizeof(uint), labels * sizeof(uint));
            while (hashed < (x + 1) * row.Length)
                hashed += Append(hash, bytes[hashed..]);
            var expected = rows.Row(x, pairs.AsSpan(x * labels, labels));
            var words = Words(row, swapped);
            if (!mismatch.IsError && !words.SequenceEqual(expected))
                mismatch = Mismatch(sections, x, words, expected);
        }
        return pairs;
    }

    private static int Append(IncrementalHash hash, ReadOnlySpan<byte> rest)
    {
        var length = Math.Min(rest.Length, BytesAtATime);
        hash.AppendData(rest[..length]);
        return length;
    }

    private static ReadOnlySpan<uint> Words(ReadOnlySpan<byte> row, uint[] swapped)
    {
        var words = MemoryMarshal.Cast<byte, uint>(row);
        if (BitConverter.IsLittleEndian)
            return words;
        BinaryPrimitives.ReverseEndianness(words, swapped);
        return swapped;
    }

    private static WireError Mismatch(ImageSections sections, int x, ReadOnlySpan<uint> words, ReadOnlySpan<uint> expected)
    {
        var y = words.CommonPrefixLength(expected);
        return ((words[y] ^ expected[y]) & ~AccessWord.AllChannels) != 0
            ? Mismatch(sections, x * words.Length, $"row {x}: what labels and their levels say")
            : Mismatch(sections, x * words.Length + y, "channel bits: what the channel list says");
    }

    private static WireError Mismatch(ImageSections sections, int index, string what) =>
        sections.Error(WireErrorCode.Inconsistent, SectionId.Access, index, 0, what);
}
