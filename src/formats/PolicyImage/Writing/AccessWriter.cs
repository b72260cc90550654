using System;
using System.Buffers.Binary;
using System.Linq;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.PolicyImage.Reading;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Writes the access table from labels and channels.</summary>
internal static class AccessWriter
{
    public static (int, byte[]) Write(PolicyIndex index)
    {
        var count = index.Labels.Length;
        var relations = Relations(index);
        var bytes = new byte[checked(count * count * sizeof(uint))];
        for (var x = 0; x < count; x++)
        {
            var share = relations.Share(x);
            var flowOut = relations.FlowOut(x);
            var flowIn = relations.FlowIn(x);
            for (var y = 0; y < count; y++)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint) * (x * count + y)), AccessReader.FixedWord(share, flowOut, flowIn, y));
        }
        foreach (var (_, entry) in index.Channels)
        {
            Add(bytes, count, entry.Low, entry.High, AccessWord.Channel(entry.Kind, entry.Flows));
            Add(bytes, count, entry.High, entry.Low, AccessWord.Channel(entry.Kind, entry.Flows.Reversed()));
        }
        return (count * count, bytes);
    }

    private static LabelRelations Relations(PolicyIndex index)
    {
        var labels = new LabelEntry[index.Labels.Length];
        var first = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var label = index.Labels[i];
            var levels = new LabelLevels(label.SecrecyLow, label.SecrecyHigh, label.IntegrityLow, label.IntegrityHigh);
            labels[i] = new LabelEntry(StableKey.Of(KeyKind.Label, label.Name), first, label.Types.Count, levels);
            first += label.Types.Count;
        }
        ushort[] types = [.. index.Labels.SelectMany(label => label.Types.Select(index.TypeIndex))];
        return new LabelRelations(labels, types, index.Types.Length);
    }

    private static void Add(byte[] bytes, int count, int x, int y, uint flags)
    {
        var word = bytes.AsSpan(sizeof(uint) * (x * count + y), sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(word, BinaryPrimitives.ReadUInt32LittleEndian(word) | flags);
    }
}
