using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Policy.Analysis;

/// <summary>
/// Who one policy keeps apart and another does not, of the labels that both have: beside each other, and one after the other. Sets of every scope
/// count on one host; those of a rack or zone in their place only.
/// </summary>
internal static class WallChanges
{
    private static readonly (string Name, WallScope Scope)[] Places = [("host", WallScope.Host), ("rack", WallScope.Rack), ("zone", WallScope.Zone)];

    /// <summary>What the other policy allows for want of a wall.</summary>
    public static IEnumerable<AccessGrant> ApartOnlyIn(PolicyGrants one, PolicyGrants other) => Places.SelectMany(place =>
    {
        bool Counts(ConflictEntry set) => place.Scope == WallScope.Host || set.Scope == place.Scope;
        bool CountsAfter(ConflictEntry set) => Counts(set) && set.Mode == WallMode.History;
        return Pairs(one, other, Counts, $"beside on one {place.Name}").Concat(Pairs(one, other, CountsAfter, $"after on one {place.Name}"));
    });

    private static IEnumerable<AccessGrant> Pairs(PolicyGrants one, PolicyGrants other, Func<ConflictEntry, bool> counts, string what)
    {
        var (walls, theirs) = (WallTable.Of(one.Compiled, counts), WallTable.Of(other.Compiled, counts));
        foreach (var label in walls.Labels)
        {
            var theirLabel = other.IndexOf(one.Labels[label]);
            for (var rival = 0; rival < one.Labels.Count && theirLabel >= 0; rival++)
            {
                if (string.CompareOrdinal(one.Labels[label], one.Labels[rival]) >= 0 || !walls.AreApart(label, rival))
                    continue;
                var theirRival = other.IndexOf(one.Labels[rival]);
                if (theirRival >= 0 && !theirs.AreApart(theirLabel, theirRival))
                    yield return new AccessGrant(one.Labels[label], one.Labels[rival], what);
            }
        }
    }
}
