using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Policy.Analysis;

/// <summary>Which labels conflict sets keep apart: those that have types whose positions in a set conflict (docs/SEMANTICS.md section 1).</summary>
internal sealed class WallTable
{
    private readonly Dictionary<int, LabelSet> _apart = [];

    private WallTable()
    {
    }

    /// <summary>Labels that are kept apart from some other.</summary>
    public IEnumerable<int> Labels => _apart.Keys;

    /// <summary>What some sets of a policy keep apart.</summary>
    public static WallTable Of(CompiledPolicy policy, Func<ConflictEntry, bool> isAsked)
    {
        var (table, seated) = (new WallTable(), Seated(policy));
        foreach (var conflict in policy.Conflicts)
        {
            if (isAsked(conflict))
                table.Add(policy, conflict, seated);
        }
        return table;
    }

    /// <summary>True when the two may not be present together.</summary>
    public bool AreApart(int label, int other) => _apart.TryGetValue(label, out var set) && set[other];

    /// <summary>The labels that a label is kept apart from, or null for none.</summary>
    public LabelSet? From(int label) => _apart.GetValueOrDefault(label);

    private void Add(CompiledPolicy policy, ConflictEntry conflict, List<int>?[] seated)
    {
        for (var seat = conflict.FirstMember; seat < conflict.FirstMember + conflict.MemberCount; seat++)
        {
            if (seated[seat] is not { } labels)
                continue;
            var rivals = Rivals(policy, conflict, seat, seated);
            foreach (var label in labels)
            {
                if (!_apart.TryGetValue(label, out var apart))
                    _apart.Add(label, apart = new LabelSet(policy.LabelCount));
                apart.Add(rivals);
            }
        }
    }

    private static LabelSet Rivals(CompiledPolicy policy, ConflictEntry conflict, int seat, List<int>?[] seated)
    {
        var rivals = new LabelSet(policy.LabelCount);
        for (var other = conflict.FirstMember; other < conflict.FirstMember + conflict.MemberCount; other++)
        {
            if (seated[other] is not { } labels || policy.AreKin(policy.Members[seat], policy.Members[other]))
                continue;
            foreach (var label in labels)
                rivals[label] = true;
        }
        return rivals;
    }

    /// <summary>For each seat, the labels with a type that sits there.</summary>
    private static List<int>?[] Seated(CompiledPolicy policy)
    {
        var seated = new List<int>?[policy.Members.Length];
        for (var label = 0; label < policy.LabelCount; label++)
        {
            foreach (var type in policy.TypesOf(label))
            {
                foreach (var seat in policy.SeatsOf(type))
                    (seated[seat] ??= []).Add(label);
            }
        }
        return seated;
    }
}
