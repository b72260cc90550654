using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>All orders of a few things.</summary>
internal static class Permutations
{
    public static ImmutableArray<ImmutableArray<int>> Of(int count) => [.. Extend([], count)];

    private static IEnumerable<ImmutableArray<int>> Extend(ImmutableArray<int> head, int count) => head.Length == count
        ? [head]
        : Enumerable.Range(0, count).Where(item => !head.Contains(item)).SelectMany(item => Extend(head.Add(item), count));
}
