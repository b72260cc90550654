using System;
using System.Numerics;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>
/// The access table as labels and channels have it, row by row: the words of the image, and the pairs that a policy keeps of them.
/// Labels of equal levels have the same flow bits, so those are made once per distinct levels; a row is lent out with the few words
/// marked that share or have channels, and its marks are taken off again when the next one is asked for.
/// </summary>
internal sealed class AccessRows
{
    private readonly LabelRelations _relations;
    private readonly ChannelEntry[] _channels;
    private readonly uint[] _flowWords;
    private readonly byte[] _flowPairs;
    private readonly int[] _firstOf;
    private readonly int[] _channelsOf;
    private readonly int[] _marked;
    private int _markedCount;
    private int _start;

    public AccessRows(LabelRelations relations, ChannelEntry[] channels)
    {
        _relations = relations;
        _channels = channels;
        // Every row of them is written at once.
        _flowWords = GC.AllocateUninitializedArray<uint>(relations.LevelsCount * relations.LabelCount);
        _flowPairs = GC.AllocateUninitializedArray<byte>(_flowWords.Length);
        for (var levels = 0; levels < relations.LevelsCount; levels++)
            WriteFlows(levels);
        _firstOf = new int[relations.LabelCount + 1];
        _channelsOf = new int[2 * channels.Length];
        _marked = new int[relations.LabelCount + _channelsOf.Length];
        SortChannels();
    }

    public int LabelCount => _relations.LabelCount;

    /// <summary>A row in both shapes.</summary>
    /// <param name="x">The label.</param>
    /// <param name="pairs">Where the pairs are written.</param>
    /// <returns>The words, good until the next row is asked for.</returns>
    public ReadOnlySpan<uint> Row(int x, Span<byte> pairs)
    {
        TakeMarksOff();
        _start = _relations.Levels[x] * LabelCount;
        var words = _flowWords.AsSpan(_start, LabelCount);
        _flowPairs.AsSpan(_start, LabelCount).CopyTo(pairs);
        AddShares(x, words, pairs);
        AddChannels(x, words, pairs);
        return words;
    }

    private void TakeMarksOff()
    {
        var words = _flowWords.AsSpan(_start, LabelCount);
        foreach (var y in _marked.AsSpan(0, _markedCount))
            words[y] &= AccessWord.FlowOut | AccessWord.FlowIn;
        _markedCount = 0;
    }

    private void AddShares(int x, Span<uint> words, Span<byte> pairs)
    {
        for (var groups = _relations.GroupsSharingWith(x); groups != 0; groups &= groups - 1)
        {
            var group = BitOperations.TrailingZeroCount(groups);
            for (var labels = _relations.LabelsSharingWith(x, group); labels != 0; labels &= labels - 1)
            {
                var y = (group << 6) | BitOperations.TrailingZeroCount(labels);
                words[y] |= AccessWord.Share;
                pairs[y] |= PairBits.Share;
                _marked[_markedCount++] = y;
            }
        }
    }

    private void AddChannels(int x, Span<uint> words, Span<byte> pairs)
    {
        for (var i = _firstOf[x]; i < _firstOf[x + 1]; i++)
        {
            ref readonly var channel = ref _channels[_channelsOf[i]];
            var isLow = x == channel.Low;
            var y = isLow ? channel.High : channel.Low;
            words[y] |= AccessWord.Channel(channel.Kind, isLow ? channel.Flows : channel.Flows.Reversed());
            pairs[y] |= (byte)PairBits.Channel(channel.Kind);
            _marked[_markedCount++] = y;
        }
    }

    private void WriteFlows(int levels)
    {
        var flows = new uint[_relations.LevelsCount];
        for (var other = 0; other < flows.Length; other++)
            flows[other] = _relations.Flow(levels, other);
        var levelsOf = _relations.Levels;
        var words = _flowWords.AsSpan(levels * LabelCount, LabelCount);
        var pairs = _flowPairs.AsSpan(levels * LabelCount, LabelCount);
        for (var y = 0; y < words.Length && y < pairs.Length && y < levelsOf.Length; y++)
        {
            var flow = flows[levelsOf[y]];
            words[y] = flow;
            pairs[y] = (byte)flow;
        }
    }

    /// <summary>Counting sort of the channels by each of their ends.</summary>
    private void SortChannels()
    {
        foreach (var channel in _channels)
        {
            _firstOf[channel.Low + 1]++;
            _firstOf[channel.High + 1]++;
        }
        for (var x = 0; x < LabelCount; x++)
            _firstOf[x + 1] += _firstOf[x];
        var next = _firstOf.AsSpan(0, LabelCount).ToArray();
        for (var i = 0; i < _channels.Length; i++)
        {
            _channelsOf[next[_channels[i].Low]++] = i;
            _channelsOf[next[_channels[i].High]++] = i;
        }
    }
}
