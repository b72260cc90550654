using System.Collections.Generic;
using System.Collections.Immutable;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Which types are present (SEMANTICS section 2), for sets of either mode.</summary>
/// <param name="Running">Types of live domains.</param>
/// <param name="History">These, and what residues hold, and the labels of attached volumes and TPMs.</param>
public sealed record Presence(ImmutableHashSet<string> Running, ImmutableHashSet<string> History)
{
    /// <summary>Presence of live types, and of further types that count in history only.</summary>
    public static Presence Of(IEnumerable<string> live, IEnumerable<string> left)
    {
        var running = live.ToImmutableHashSet();
        return new Presence(running, running.Union(left));
    }

    /// <summary>Types present in sets of a mode.</summary>
    public ImmutableHashSet<string> In(WallMode mode) => mode == WallMode.Running ? Running : History;
}
