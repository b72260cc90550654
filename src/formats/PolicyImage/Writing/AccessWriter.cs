using System.Linq;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.PolicyImage.Reading;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Writes the access table from labels and channels.</summary>
internal static class AccessWriter
{
    public static (int, byte[]) Write(PolicyIndex index)
    {
        var rows = new AccessRows(Relations(index), [.. index.Channels.Select(channel => channel.Entry)]);
        var pairs = new byte[rows.LabelCount];
        var bytes = new byte[checked(pairs.Length * pairs.Length * sizeof(uint))];
        var writer = new WireWriter(bytes);
        for (var x = 0; x < pairs.Length; x++)
        {
            foreach (var word in rows.Row(x, pairs))
                writer.U32(word);
        }
        return (pairs.Length * pairs.Length, bytes);
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
}
