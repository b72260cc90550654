using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// The relations of docs/SEMANTICS.md section 1, worked out for each pair anew from the bytes of an image, with sets and loops: what the access
/// table and the decisions of a reader are held against.
/// </summary>
/// <param name="labels">Labels by index.</param>
/// <param name="channels">Channels.</param>
public sealed class NaiveRelations(IReadOnlyList<NaiveLabel> labels, IReadOnlyList<NaiveChannel> channels)
{
    /// <summary>Labels by index.</summary>
    public IReadOnlyList<NaiveLabel> Labels { get; } = labels;

    /// <summary>Channels.</summary>
    public IReadOnlyList<NaiveChannel> Channels { get; } = channels;

    /// <summary>Reads what sections say, valid or not; null when labels name types where there are none.</summary>
    public static NaiveRelations? Of(Func<SectionId, byte[]> section)
    {
        var types = section(SectionId.LabelTypes).Chunk(2).Select(bytes => (int)U16(bytes, 0)).ToArray();
        var entries = section(SectionId.Labels).Chunk(ImageLayout.EntrySize(SectionId.Labels)).ToArray();
        if (entries.Any(entry => U32(entry, 16) + (long)U16(entry, 20) > types.Length))
            return null;
        return new NaiveRelations(
            [.. entries.Select(entry => Label(entry, types))],
            [.. section(SectionId.Channels).Chunk(ImageLayout.EntrySize(SectionId.Channels)).Select(Channel)]);
    }

    /// <summary>share(X, Y).</summary>
    public bool Share(int x, int y) => Labels[x].Types.Overlaps(Labels[y].Types);

    /// <summary>flow(X, Y).</summary>
    public bool Flow(int x, int y)
    {
        var (from, to) = (Labels[x], Labels[y]);
        return to.SecrecyHigh >= from.SecrecyLow && to.CategoriesHigh.IsSupersetOf(from.CategoriesLow)
            && from.IntegrityHigh >= to.IntegrityLow;
    }

    /// <summary>The word of the access table for row x and column y.</summary>
    public uint Word(int x, int y)
    {
        var word = (Share(x, y) ? 1u : 0) | (Flow(x, y) ? 2u : 0) | (Flow(y, x) ? 4u : 0);
        foreach (var channel in Channels.Where(channel => (channel.From, channel.To) == (x, y)))
            word |= Bits(channel.Kind, channel.Out, channel.Back);
        foreach (var channel in Channels.Where(channel => (channel.From, channel.To) == (y, x)))
            word |= Bits(channel.Kind, channel.Back, channel.Out);
        return word;
    }

    /// <summary>The byte that a reader keeps of that word: the relations, and for each kind whether there is any channel between the two.</summary>
    public byte Pair(int x, int y)
    {
        var kinds = Channels.Where(channel => (channel.From, channel.To) == (x, y) || (channel.From, channel.To) == (y, x))
            .Aggregate(0u, (bits, channel) => bits | 4u << channel.Kind);
        return (byte)((Word(x, y) & 7) | kinds);
    }

    /// <summary>reach(X, Y, kind, port, F), without the rule.</summary>
    public bool Reach(int x, int y, AccessKind kind, uint port, bool outward, bool inward) =>
        (outward || inward)
        && (Share(x, y) || Channels.Any(channel => channel.From == x && channel.To == y && channel.Kind == (int)kind && channel.Port == port
            && (!outward || channel.Out) && (!inward || channel.Back)))
        && (!outward || Flow(x, y))
        && (!inward || Flow(y, x));

    private static uint Bits(int kind, bool outward, bool inward) => ((outward ? 1u : 0) | (inward ? 2u : 0)) << (6 + 2 * (kind & 3));

    private static HashSet<int> Categories(ulong bits) => [.. Enumerable.Range(0, 64).Where(bit => (bits >> bit & 1) == 1)];

    private static NaiveLabel Label(byte[] entry, int[] types) => new(
        types.Skip((int)U32(entry, 16)).Take(U16(entry, 20)).ToHashSet(),
        entry[22], entry[23], Categories(U64(entry, 24)), Categories(U64(entry, 32)), entry[40], entry[41]);

    private static NaiveChannel Channel(byte[] entry)
    {
        var (low, high, toHigh, toLow) = ((int)U16(entry, 0), (int)U16(entry, 2), (entry[10] & 1) != 0, (entry[10] & 2) != 0);
        return entry[9] == 0
            ? new NaiveChannel(low, high, entry[8], U32(entry, 4), toHigh, toLow)
            : new NaiveChannel(high, low, entry[8], U32(entry, 4), toLow, toHigh);
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static ulong U64(byte[] bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
}
