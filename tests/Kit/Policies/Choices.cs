using System;
using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>
/// Where generators get their choices from: a seeded generator for campaigns, or a tape that CsCheck made and can shorten. A tape that
/// has run out goes on with zeros, so a shorter tape is a simpler case.
/// </summary>
public sealed class Choices
{
    private readonly Func<uint> _next;

    private Choices(Func<uint> next) => _next = next;

    /// <summary>Choices from a seed.</summary>
    public static Choices From(ulong seed)
    {
        // SplitMix64 (Steele, Lea, Flood 2014): the same sequence on every platform and every version of the framework.
        var state = seed;
        return new Choices(() => Mix(unchecked(state += 0x9e3779b97f4a7c15)));
    }

    /// <summary>Choices from a tape.</summary>
    public static Choices From(IReadOnlyList<uint> tape)
    {
        var at = 0;
        return new Choices(() => at < tape.Count ? tape[at++] : 0);
    }

    /// <summary>A number from 0 to below <paramref name="count"/>; 0 when there is none.</summary>
    public int Below(int count) => count <= 1 ? 0 : (int)(_next() % (uint)count);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True so many times of a hundred.</summary>
    public bool Chance(int percent) => Below(100) >= 100 - percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several, or the default when there are none.</summary>
    public T? PickOrDefault<T>(IReadOnlyList<T> items) => items.Count == 0 ? default : items[Below(items.Count)];

    private static uint Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return (uint)((z ^ (z >> 31)) >> 32);
        }
    }
}
