using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Analysis;

/// <summary>Something that one policy allows and another does not.</summary>
/// <param name="Subject">The asking label; empty for what is not about labels.</param>
/// <param name="Other">The other label, or a host, image or key.</param>
/// <param name="What">What it is: a kind and direction, run, beside or after another, boot, sign.</param>
public sealed record AccessGrant(string Subject, string Other, string What);

/// <summary>
/// What becomes allowed and what becomes refused between two policies: accesses, hosts, who may be present beside or after whom, images, keys,
/// and objects without a label.
/// </summary>
/// <param name="Allowed">Allowed by the new one only.</param>
/// <param name="Refused">Allowed by the old one only.</param>
public sealed record PermissionDiff(IReadOnlyList<AccessGrant> Allowed, IReadOnlyList<AccessGrant> Refused)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsEmpty => Allowed.Count == 0 && Refused.Count == 0;

    /// <summary>Compares two policies by name; a label that was renamed counts under its new name.</summary>
    public static PermissionDiff Between(CheckedPolicy old, CheckedPolicy now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var (before, after) = (new PolicyGrants(old, PolicyGrants.NewNames(now)), new PolicyGrants(now, []));
        var (allowedBefore, allowedAfter) = (before.Allowed(after).ToHashSet(), after.Allowed(before).ToHashSet());
        return new PermissionDiff(
            Ordered(allowedAfter.Except(allowedBefore).Concat(WallChanges.ApartOnlyIn(before, after))),
            Ordered(allowedBefore.Except(allowedAfter).Concat(WallChanges.ApartOnlyIn(after, before))));
    }

    private static IReadOnlyList<AccessGrant> Ordered(IEnumerable<AccessGrant> grants) =>
    [
        .. grants.OrderBy(item => item.Subject, StringComparer.Ordinal)
            .ThenBy(item => item.Other, StringComparer.Ordinal)
            .ThenBy(item => item.What, StringComparer.Ordinal),
    ];
}
