using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// Which labels share, and between which information may flow, as rows of bits: one bit per label. Labels of equal levels have the same
/// flow rows, so those are made once per distinct levels.
/// </summary>
internal sealed class LabelRelations
{
    private readonly int _words;
    private readonly ulong[] _share;
    private readonly int[] _classOf;
    private readonly ulong[] _flowOut;
    private readonly ulong[] _flowIn;

    public LabelRelations(LabelEntry[] labels, ushort[] labelTypes, int typeCount)
    {
        LabelCount = labels.Length;
        _words = CompiledPolicy.RowWords(labels.Length);
        _share = ShareRows(labels, labelTypes, typeCount);
        _classOf = new int[labels.Length];
        var classes = Classify(labels);
        _flowOut = FlowRows(classes, labels, (mine, other) => mine.MayFlowTo(other));
        _flowIn = FlowRows(classes, labels, (mine, other) => other.MayFlowTo(mine));
    }

    public int LabelCount { get; }

    /// <summary>Bit y: label x shares with y.</summary>
    public ReadOnlySpan<ulong> Share(int x) => _share.AsSpan(x * _words, _words);

    /// <summary>Bit y: information may flow from x to y.</summary>
    public ReadOnlySpan<ulong> FlowOut(int x) => _flowOut.AsSpan(_classOf[x] * _words, _words);

    /// <summary>Bit y: information may flow from y to x.</summary>
    public ReadOnlySpan<ulong> FlowIn(int x) => _flowIn.AsSpan(_classOf[x] * _words, _words);

    /// <summary>True when the labels have a type in common.</summary>
    public bool Shares(int x, int y) => (_share[x * _words + (y >> 6)] >> (y & 63) & 1) != 0;

    private ulong[] ShareRows(LabelEntry[] labels, ushort[] labelTypes, int typeCount)
    {
        var byType = new ulong[typeCount * _words];
        for (var x = 0; x < labels.Length; x++)
        {
            foreach (var type in labelTypes.AsSpan(labels[x].FirstType, labels[x].TypeCount))
                byType[type * _words + (x >> 6)] |= 1UL << (x & 63);
        }
        var rows = new ulong[labels.Length * _words];
        for (var x = 0; x < labels.Length; x++)
        {
            var row = rows.AsSpan(x * _words, _words);
            foreach (var type in labelTypes.AsSpan(labels[x].FirstType, labels[x].TypeCount))
                Add(row, byType.AsSpan(type * _words, _words));
        }
        return rows;
    }

    private static void Add(Span<ulong> row, ReadOnlySpan<ulong> bits)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] |= bits[i];
    }

    private List<LabelLevels> Classify(LabelEntry[] labels)
    {
        var classes = new List<LabelLevels>();
        var index = new Dictionary<LabelLevels, int>();
        for (var x = 0; x < labels.Length; x++)
        {
            if (!index.TryGetValue(labels[x].Levels, out _classOf[x]))
            {
                _classOf[x] = classes.Count;
                index.Add(labels[x].Levels, classes.Count);
                classes.Add(labels[x].Levels);
            }
        }
        return classes;
    }

    private ulong[] FlowRows(List<LabelLevels> classes, LabelEntry[] labels, Func<LabelLevels, LabelLevels, bool> mayFlow)
    {
        var rows = new ulong[classes.Count * _words];
        var open = new bool[classes.Count];
        for (var mine = 0; mine < classes.Count; mine++)
        {
            for (var other = 0; other < classes.Count; other++)
                open[other] = mayFlow(classes[mine], classes[other]);
            var row = rows.AsSpan(mine * _words, _words);
            for (var y = 0; y < labels.Length; y++)
            {
                if (open[_classOf[y]])
                    row[y >> 6] |= 1UL << (y & 63);
            }
        }
        return rows;
    }
}
