using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>Pairs of labels to decide about, one after the other. Every contender reads the labels from these same arrays.</summary>
/// <param name="Name">What the table calls them.</param>
/// <param name="Subjects">The asking labels.</param>
/// <param name="Others">The other labels, as many.</param>
internal sealed record Pairs(string Name, Label[] Subjects, Label[] Others)
{
    private const int HotCount = 1 << 12;
    private const int RandomCount = 1 << 16;

    /// <summary>How many they are.</summary>
    public int Count => Subjects.Length;

    /// <summary>One pair, again and again.</summary>
    public static Pairs Hot(int subject, int other) => Of("hot", Enumerable.Repeat((subject, other), HotCount));

    /// <summary>Pairs chosen evenly among all labels.</summary>
    public static Pairs Random(CompiledPolicy policy)
    {
        var random = new Random(1);
        return Of("random", Enumerable.Range(0, RandomCount).Select(_ => (random.Next(policy.LabelCount), random.Next(policy.LabelCount))));
    }

    /// <summary>Pairs that share, mixed at random with as many evenly chosen ones: no branch can be foretold.</summary>
    public static Pairs Mixed(CompiledPolicy policy)
    {
        var random = new Random(2);
        var sharing = Where(policy, word => (word & AccessWord.Share) != 0);
        return Of("mixed", Enumerable.Range(0, RandomCount).Select(_ => random.Next(2) == 0
            ? sharing[random.Next(sharing.Count)]
            : (random.Next(policy.LabelCount), random.Next(policy.LabelCount))));
    }

    /// <summary>Pairs with a channel of a kind, drawn with repetition.</summary>
    public static Pairs WithChannel(CompiledPolicy policy, AccessKind kind)
    {
        var random = new Random(3);
        var joined = Where(policy, word => (word & AccessWord.Channel(kind, Flows.Both)) != 0);
        return Of("channel", Enumerable.Range(0, RandomCount).Select(_ => joined[random.Next(joined.Count)]));
    }

    /// <summary>The first so many of them.</summary>
    public Pairs Take(int count) => new(Name, Subjects[..count], Others[..count]);

    private static List<(int, int)> Where(CompiledPolicy policy, Func<uint, bool> fits)
    {
        var found = new List<(int, int)>();
        var words = policy.Access;
        for (var i = 0; i < words.Length; i++)
        {
            if (fits(words[i]))
                found.Add((i / policy.LabelCount, i % policy.LabelCount));
        }
        return found;
    }

    private static Pairs Of(string name, IEnumerable<(int Subject, int Other)> pairs)
    {
        var all = pairs.ToList();
        return new Pairs(name, [.. all.Select(pair => Label.At(pair.Subject))], [.. all.Select(pair => Label.At(pair.Other))]);
    }
}
