using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>
/// Types, their parents and conflict sets: what the Chinese Wall of a policy is made of. Each type has a label of its own; pairs that may go
/// together can have one too.
/// </summary>
/// <param name="Parents">For each type its parent, or -1.</param>
/// <param name="Sets">The conflict sets, in the order of their index.</param>
/// <param name="Pairs">Whether labels of two types are there.</param>
public sealed record WallStructure(ImmutableArray<int> Parents, ImmutableArray<WallSet> Sets, bool Pairs)
{
    // Names whose stable keys ascend, so that the n-th set of the structure has index n in the image.
    private static readonly ImmutableArray<string> SetNames =
        [.. Enumerable.Range(0, 8).Select(i => $"set-{i}").OrderBy(name => StableKey.Of(KeyKind.ConflictSet, name))];

    /// <summary>Number of types.</summary>
    public int Types => Parents.Length;

    /// <summary>The structure and those that differ in the mode of their sets.</summary>
    public IEnumerable<WallStructure> Modes() => Enumerable.Range(0, 1 << Sets.Length)
        .Select(mask => this with { Sets = [.. Sets.Select((set, i) => (mask >> i & 1) == 0 ? set : set.Switched)] });

    /// <summary>All structures of so many types and at most so many sets; of those that differ by the names of types only, one.</summary>
    public static IEnumerable<WallStructure> All(int types, int mostSets, bool inherit, bool pairs) =>
        from parents in inherit ? Forests(types) : [[.. Enumerable.Repeat(-1, types)]]
        from sets in SetLists(types, mostSets)
        let structure = new WallStructure(parents, [.. sets.Select(members => new WallSet(members, WallMode.Running))], pairs)
        where structure.IsFirstOfItsKind()
        select structure;

    /// <summary>The policy.</summary>
    /// <param name="name">Its name.</param>
    public PolicyContent Content(string name)
    {
        var builder = new PolicyBuilder(name);
        for (var type = 0; type < Types; type++)
            builder.Workload(Name(type), Parents[type] < 0 ? null : Name(Parents[type]));
        for (var i = 0; i < Sets.Length; i++)
            builder.Conflict(SetNames[i], Sets[i].Mode, [.. Members(Sets[i].Members).Select(Name)]);
        foreach (var (type, other) in Pairs ? PairsOf(Types) : [])
            builder.Label($"{Name(type)}+{Name(other)}", Name(type), Name(other));
        foreach (var (type, other) in PairsOf(Types))
            builder.Channel(Name(type), Name(other), AccessKind.Volume, 0, Flows.In).Channel(Name(other), Name(type), AccessKind.Volume, 0, Flows.In);
        return PolicyRepair.Repair(builder.Build()).WithWholePairs();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"parents ({string.Join(',', Parents)}), sets {string.Join(' ', Sets.Select(set => $"{set.Mode}({string.Join(',', Members(set.Members))})"))}";

    private static string Name(int type) => $"t{type}";

    private static IEnumerable<int> Members(int mask) => Enumerable.Range(0, 32).Where(type => (mask >> type & 1) == 1);

    private static IEnumerable<(int Type, int Other)> PairsOf(int types) =>
        from type in Enumerable.Range(0, types)
        from other in Enumerable.Range(type + 1, types - type - 1)
        select (type, other);

    /// <summary>All ways of giving types parents without a cycle.</summary>
    private static IEnumerable<ImmutableArray<int>> Forests(int types) =>
        Words(types, types + 1).Select(word => word.Select(parent => parent - 1).ToImmutableArray()).Where(IsForest);

    private static bool IsForest(ImmutableArray<int> parents)
    {
        for (var type = 0; type < parents.Length; type++)
        {
            var (at, steps) = (type, 0);
            for (; at >= 0 && steps <= parents.Length; steps++)
                at = parents[at];
            if (at >= 0)
                return false;
        }
        return true;
    }

    private static IEnumerable<ImmutableArray<int>> SetLists(int types, int most)
    {
        var sets = Enumerable.Range(0, 1 << types).Where(mask => BitOperations.PopCount((uint)mask) >= 2).ToList();
        return Enumerable.Range(0, most + 1).SelectMany(count => Words(count, sets.Count))
            .Select(word => word.Select(digit => sets[digit]).ToImmutableArray());
    }

    /// <summary>All words of a length over so many digits.</summary>
    private static IEnumerable<ImmutableArray<int>> Words(int length, int digits) => length == 0
        ? [[]]
        : Words(length - 1, digits).SelectMany(word => Enumerable.Range(0, digits).Select(digit => word.Add(digit)));

    private bool IsFirstOfItsKind()
    {
        var own = Code([.. Enumerable.Range(0, Types)]);
        return Permutations.Of(Types).All(permutation => string.CompareOrdinal(own, Code(permutation)) <= 0);
    }

    /// <summary>The structure in letters, with types renamed.</summary>
    private string Code(ImmutableArray<int> to)
    {
        var parents = new int[Types];
        for (var type = 0; type < Types; type++)
            parents[to[type]] = Parents[type] < 0 ? -1 : to[Parents[type]];
        var sets = Sets.Select(set => Members(set.Members).Sum(type => 1 << to[type]));
        return $"{string.Join(',', parents.Select(parent => parent + 1))};{string.Join(',', sets.Select(mask => mask.ToString("d3", null)))}";
    }
}
