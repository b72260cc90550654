using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>Something that one policy allows and another does not.</summary>
/// <param name="Subject">The asking label; empty for what is not about two labels.</param>
/// <param name="Other">The other label, host or conflict set.</param>
/// <param name="What">What it is: a kind and direction, run, or beside.</param>
public sealed record AccessGrant(string Subject, string Other, string What);

/// <summary>What becomes allowed and what becomes refused between two policies: accesses, hosts, and who may be present beside whom.</summary>
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
        var renames = now.Content.Renames.Where(rename => rename.Kind == KeyKind.Label).ToDictionary(rename => rename.OldName, rename => rename.Name);
        string Renamed(string name) => renames.GetValueOrDefault(name, name);
        var before = Permissions(old).Select(permission => permission with { Subject = Renamed(permission.Subject), Other = Renamed(permission.Other) }).ToHashSet();
        var after = Permissions(now).ToHashSet();
        return new PermissionDiff(Ordered(after.Except(before)), Ordered(before.Except(after)));
    }

    private static IReadOnlyList<AccessGrant> Ordered(IEnumerable<AccessGrant> permissions) =>
        [.. permissions.OrderBy(item => item.Subject, StringComparer.Ordinal).ThenBy(item => item.Other, StringComparer.Ordinal).ThenBy(item => item.What, StringComparer.Ordinal)];

    private static IEnumerable<AccessGrant> Permissions(CheckedPolicy policy) => Accesses(policy).Concat(Hosts(policy)).Concat(Neighbours(policy));

    private static IEnumerable<AccessGrant> Accesses(CheckedPolicy policy)
    {
        foreach (var cell in AccessMatrix.Of(policy.Compiled))
        {
            var kind = cell.Port == 0 ? cell.Kind : $"{cell.Kind} {cell.Port}";
            foreach (var flow in (Flows[])[Flows.Out, Flows.In])
            {
                if (cell.Flows.HasFlag(flow))
                    yield return new AccessGrant(policy.Names.Label(cell.Subject), policy.Names.Label(cell.Other), $"{kind} {(flow == Flows.Out ? "out" : "in")}");
            }
        }
    }

    private static IEnumerable<AccessGrant> Hosts(CheckedPolicy policy) =>
        from host in policy.Content.Hosts
        from label in policy.Content.Labels
        where label.Types.All(host.Runs.Contains)
        select new AccessGrant(label.Name, host.Name.Length == 0 ? "default" : host.Name, host.AttestationRequired ? "run when attested" : "run");

    /// <summary>Labels that may not be present together in some scope: losing this counts as becoming allowed.</summary>
    private static IEnumerable<AccessGrant> Neighbours(CheckedPolicy policy)
    {
        var apart = policy.Model.Policy.Conflicts.Select(conflict => (Conflict: conflict, Labels: LabelsIn(policy, conflict.Name.Text))).ToList();
        foreach (var scope in (string[])["host", "rack", "zone"])
        {
            var sets = apart.Where(entry => entry.Conflict.Scope == scope).ToList();
            var involved = apart.SelectMany(entry => entry.Labels.Select(label => label.Label)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var label in involved)
            {
                foreach (var other in involved.Where(other => string.CompareOrdinal(label, other) < 0 && !sets.Exists(set => KeepsApart(policy, set.Labels, label, other))))
                    yield return new AccessGrant(label, other, $"beside on one {scope}");
            }
        }
    }

    private static List<(string Label, string Position)> LabelsIn(CheckedPolicy policy, string conflict)
    {
        var set = policy.Model.Policy.Conflicts.First(candidate => candidate.Name.Text == conflict);
        return [.. from label in policy.Content.Labels
                   from type in label.Types
                   let position = policy.Scope.PositionOf(type, set)
                   where position is not null
                   select (label.Name, position)];
    }

    private static bool KeepsApart(CheckedPolicy policy, List<(string Label, string Position)> labels, string label, string other) =>
        labels.Exists(mine => mine.Label == label && labels.Exists(theirs => theirs.Label == other && !policy.Scope.AreKin(mine.Position, theirs.Position)));
}
