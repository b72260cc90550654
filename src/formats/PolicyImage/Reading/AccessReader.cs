using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// Reads the access table and holds every word of it against labels and channels: sharing and flow bits row by row, eight words at a
/// time, then the channel bits against the channel list.
/// </summary>
internal static class AccessReader
{
    private const uint Fixed = ~AccessWord.AllChannels;

    private static readonly Vector256<uint> BitOfLane = Vector256.Create(1u, 2, 4, 8, 16, 32, 64, 128);

    public static uint[]? Read(ImageSections sections, LabelRelations relations, ChannelEntry[] channels, out WireError error)
    {
        var labels = relations.LabelCount;
        var source = MemoryMarshal.Cast<byte, uint>(sections.Bytes(SectionId.Access));
        if (source.Length != labels * labels)
            return Fail(sections, 0, $"{labels} × {labels} words", out error);
        var table = GC.AllocateUninitializedArray<uint>(source.Length);
        source.CopyTo(table);
        if (!BitConverter.IsLittleEndian)
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(source, table);
        long channelWords = 0;
        for (var x = 0; x < labels; x++)
        {
            if (!RowAgrees(table.AsSpan(x * labels, labels), relations, x, ref channelWords))
                return Fail(sections, x * labels, $"row {x}: what labels and their levels say", out error);
        }
        if (!ChannelsAgree(table, labels, channels, channelWords, out var wrong))
            return Fail(sections, wrong, "channel bits: what the channel list says", out error);
        error = default;
        return table;
    }

    private static bool RowAgrees(ReadOnlySpan<uint> row, LabelRelations relations, int x, ref long channelWords)
    {
        var share = relations.Share(x);
        var flowOut = relations.FlowOut(x);
        var flowIn = relations.FlowIn(x);
        var different = Vector256<uint>.Zero;
        var withChannels = Vector256<uint>.Zero;
        var whole = row.Length & ~7;
        for (var y = 0; y < whole; y += 8)
        {
            var (word, shift) = (y >> 6, y & 63);
            var expected = Spread(share[word] >> shift, AccessWord.Share)
                | Spread(flowOut[word] >> shift, AccessWord.FlowOut)
                | Spread(flowIn[word] >> shift, AccessWord.FlowIn);
            var words = Vector256.Create(row.Slice(y, 8));
            different |= (words & Vector256.Create(Fixed)) ^ expected;
            withChannels -= ~Vector256.Equals(words & Vector256.Create(AccessWord.AllChannels), Vector256<uint>.Zero);
        }
        channelWords += Vector256.Sum(withChannels);
        return different == Vector256<uint>.Zero && TailAgrees(row, whole, share, flowOut, flowIn, ref channelWords);
    }

    /// <summary>The low eight bits, one per lane, each as <paramref name="flag"/> or 0.</summary>
    private static Vector256<uint> Spread(ulong bits, uint flag) =>
        Vector256.Equals(Vector256.Create((uint)(bits & 0xff)) & BitOfLane, BitOfLane) & Vector256.Create(flag);

    private static bool TailAgrees(
        ReadOnlySpan<uint> row, int from, ReadOnlySpan<ulong> share, ReadOnlySpan<ulong> flowOut, ReadOnlySpan<ulong> flowIn, ref long channelWords)
    {
        for (var y = from; y < row.Length; y++)
        {
            if ((row[y] & Fixed) != FixedWord(share, flowOut, flowIn, y))
                return false;
            if ((row[y] & AccessWord.AllChannels) != 0)
                channelWords++;
        }
        return true;
    }

    /// <summary>Sharing and flow bits of one word.</summary>
    public static uint FixedWord(ReadOnlySpan<ulong> share, ReadOnlySpan<ulong> flowOut, ReadOnlySpan<ulong> flowIn, int y)
    {
        var (word, shift) = (y >> 6, y & 63);
        return (uint)(share[word] >> shift & 1) * AccessWord.Share
            | (uint)(flowOut[word] >> shift & 1) * AccessWord.FlowOut
            | (uint)(flowIn[word] >> shift & 1) * AccessWord.FlowIn;
    }

    /// <summary>Walks the channels pair by pair; the words that have channel bits must be exactly those of the pairs, both ways.</summary>
    private static bool ChannelsAgree(uint[] table, int labels, ChannelEntry[] channels, long channelWords, out int wrong)
    {
        long expectedWords = 0;
        wrong = 0;
        for (var i = 0; i < channels.Length;)
        {
            var (low, high) = (channels[i].Low, channels[i].High);
            var (fromLow, fromHigh) = (0u, 0u);
            for (; i < channels.Length && channels[i].Low == low && channels[i].High == high; i++)
            {
                fromLow |= AccessWord.Channel(channels[i].Kind, channels[i].Flows);
                fromHigh |= AccessWord.Channel(channels[i].Kind, channels[i].Flows.Reversed());
            }
            expectedWords += 2;
            wrong = low * labels + high;
            if ((table[wrong] & AccessWord.AllChannels) != fromLow)
                return false;
            wrong = high * labels + low;
            if ((table[wrong] & AccessWord.AllChannels) != fromHigh)
                return false;
        }
        return expectedWords == channelWords;
    }

    private static uint[]? Fail(ImageSections sections, int index, string what, out WireError error)
    {
        error = sections.Error(WireErrorCode.Inconsistent, SectionId.Access, index, 0, what);
        return null;
    }
}
