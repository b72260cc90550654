using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>What a Xen policy decides: which types its walls keep apart, what the control domain lets run, who shares.</summary>
internal sealed class AcmMeaning
{
    private readonly Dictionary<string, List<int>> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hostTypes;
    private readonly HashSet<string> _keptOut = new(StringComparer.Ordinal);

    public AcmMeaning(AcmPolicy policy)
    {
        Policy = policy;
        Conflicts = [.. policy.Conflicts.Where(KeepsApart)];
        IndexSets();
        Bootstrap = policy.Machines.FirstOrDefault(label => label.Name.Text == policy.Bootstrap.Text);
        _hostTypes = Texts(Bootstrap?.Types ?? []);
        KeepOut(Texts(Bootstrap?.WallTypes ?? []));
    }

    /// <summary>The policy.</summary>
    public AcmPolicy Policy { get; }

    /// <summary>Conflict sets that can keep something apart: those of at least two types.</summary>
    public IReadOnlyList<AcmConflict> Conflicts { get; }

    /// <summary>The control domain's label, or null when it is not defined.</summary>
    public AcmLabel? Bootstrap { get; }

    /// <summary>True when a conflict set can keep something apart.</summary>
    public static bool KeepsApart(AcmConflict conflict) => conflict.Types.Any(type => type.Text != conflict.Types[0].Text);

    /// <summary>True when some conflict set keeps the wall type apart from another; else it decides nothing.</summary>
    public bool IsWalled(string wallType) => _sets.ContainsKey(wallType);

    /// <summary>The wall types of a label that decide something.</summary>
    public IEnumerable<Word> WallsOf(AcmLabel label) => label.WallTypes.Where(type => IsWalled(type.Text));

    /// <summary>True when the wall keeps the type apart from one of the control domain's, which always runs.</summary>
    public bool IsKeptOut(string wallType) => _keptOut.Contains(wallType);

    /// <summary>True when the host may run a type.</summary>
    public bool IsHostType(string type) => _hostTypes.Contains(type);

    /// <summary>True when a machine with the label may start while only the control domain runs.</summary>
    public bool CanRun(AcmLabel label) => label.Types.All(type => IsHostType(type.Text)) && !label.WallTypes.Any(type => IsKeptOut(type.Text));

    /// <summary>True when the labels have a type in common.</summary>
    public bool Shares(AcmLabel label, AcmLabel other) => !Policy.RulesSharing || label.Types.Any(type => other.Types.Any(held => held.Text == type.Text));

    /// <summary>A conflict set and two different types of one label in it, or null.</summary>
    public (AcmConflict Set, Word First, Word Second)? Contradiction(AcmLabel label)
    {
        var firsts = new Dictionary<int, Word>();
        foreach (var type in label.WallTypes)
        {
            foreach (var set in _sets.GetValueOrDefault(type.Text) ?? [])
            {
                if (!firsts.TryAdd(set, type) && firsts[set].Text != type.Text)
                    return (Conflicts[set], firsts[set], type);
            }
        }
        return null;
    }

    private void IndexSets()
    {
        for (var i = 0; i < Conflicts.Count; i++)
        {
            foreach (var type in Texts(Conflicts[i].Types))
            {
                if (!_sets.TryGetValue(type, out var sets))
                    _sets.Add(type, sets = []);
                sets.Add(i);
            }
        }
    }

    /// <summary>The other types of each set that a type of the control domain is in.</summary>
    private void KeepOut(HashSet<string> running)
    {
        foreach (var conflict in Conflicts.Where(conflict => conflict.Types.Any(type => running.Contains(type.Text))))
            _keptOut.UnionWith(conflict.Types.Select(type => type.Text).Where(type => !running.Contains(type)));
    }

    private static HashSet<string> Texts(IEnumerable<Word> words) => words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
}
