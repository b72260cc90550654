using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Which labels share, by type; and between which information may flow, by levels, of which few are distinct.</summary>
internal sealed class LabelRelations
{
    private readonly LabelEntry[] _labels;
    private readonly ushort[] _labelTypes;
    private readonly int _words;
    private readonly ulong[] _byType;
    private readonly ulong[] _groupsOf;
    private readonly int[] _levelsOf;
    private readonly List<LabelLevels> _levels = [];

    public LabelRelations(LabelEntry[] labels, ushort[] labelTypes, int typeCount)
    {
        _labels = labels;
        _labelTypes = labelTypes;
        _words = CompiledPolicy.RowWords(labels.Length);
        _byType = new ulong[typeCount * _words];
        _groupsOf = new ulong[typeCount];
        _levelsOf = new int[labels.Length];
        var index = new Dictionary<LabelLevels, int>();
        for (var x = 0; x < labels.Length; x++)
        {
            foreach (var type in TypesOf(x))
            {
                _byType[type * _words + (x >> 6)] |= 1UL << (x & 63);
                _groupsOf[type] |= 1UL << (x >> 6);
            }
            if (!index.TryGetValue(labels[x].Levels, out _levelsOf[x]))
            {
                _levelsOf[x] = _levels.Count;
                index.Add(labels[x].Levels, _levels.Count);
                _levels.Add(labels[x].Levels);
            }
        }
    }

    public int LabelCount => _labels.Length;

    /// <summary>How many distinct levels the labels have.</summary>
    public int LevelsCount => _levels.Count;

    /// <summary>Which of the distinct levels each label has.</summary>
    public ReadOnlySpan<int> Levels => _levelsOf;

    /// <summary>Flow bits of the access table between labels with these levels.</summary>
    public uint Flow(int levels, int other) =>
        (_levels[levels].MayFlowTo(_levels[other]) ? AccessWord.FlowOut : 0)
        | (_levels[other].MayFlowTo(_levels[levels]) ? AccessWord.FlowIn : 0);

    /// <summary>True when the labels have a type in common.</summary>
    public bool Shares(int x, int y)
    {
        foreach (var type in TypesOf(x))
        {
            if ((_byType[type * _words + (y >> 6)] >> (y & 63) & 1) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Bit n: among labels 64 n to 64 n + 63 are some that share with x. <see cref="Limits.Labels"/> lets there be 32 groups.</summary>
    public ulong GroupsSharingWith(int x)
    {
        var groups = 0UL;
        foreach (var type in TypesOf(x))
            groups |= _groupsOf[type];
        return groups;
    }

    /// <summary>Bit n: label 64 <paramref name="group"/> + n shares with x.</summary>
    public ulong LabelsSharingWith(int x, int group)
    {
        var labels = 0UL;
        foreach (var type in TypesOf(x))
            labels |= _byType[type * _words + group];
        return labels;
    }

    private ReadOnlySpan<ushort> TypesOf(int x) => _labelTypes.AsSpan(_labels[x].FirstType, _labels[x].TypeCount);
}
