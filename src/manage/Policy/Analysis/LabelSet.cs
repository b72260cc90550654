using System.Numerics;

namespace Cofferdam.Policy.Analysis;

/// <summary>A set of labels by index, one bit each: unions and intersections of many labels cost little.</summary>
internal sealed class LabelSet
{
    private readonly ulong[] _words;

    public LabelSet(int labels) => _words = new ulong[(labels + 63) >> 6];

    public bool this[int label]
    {
        get => (_words[label >> 6] >> (label & 63) & 1) != 0;
        set => _words[label >> 6] = value ? _words[label >> 6] | 1UL << (label & 63) : _words[label >> 6] & ~(1UL << (label & 63));
    }

    /// <summary>Adds another set.</summary>
    public void Add(LabelSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    /// <summary>The first label that is in this set and in a second and not in a third, or -1.</summary>
    public int FirstIn(LabelSet second, LabelSet? notIn = null)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            var word = _words[i] & second._words[i] & ~(notIn?._words[i] ?? 0);
            if (word != 0)
                return (i << 6) + BitOperations.TrailingZeroCount(word);
        }
        return -1;
    }
}
