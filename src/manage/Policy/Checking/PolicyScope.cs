using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>What the names of a policy mean: found by name, first definition wins, references that lead nowhere give null.</summary>
public sealed class PolicyScope
{
    private readonly Dictionary<string, LabelModel> _types;
    private readonly Dictionary<string, LabelModel> _labels;
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<ConflictModel, HashSet<string>> _members = new(ReferenceEqualityComparer.Instance);

    /// <summary>Indexes a policy.</summary>
    public PolicyScope(PolicyModel policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        _types = Index(policy.Workloads);
        _labels = Index(policy.Workloads.Concat(policy.Labels));
        Labels = [.. policy.Workloads.Concat(policy.Labels).Where(label => ReferenceEquals(FindLabel(label.Name.Text), label))];
        foreach (var type in _types.Values)
        {
            if (type.Inherits?.Text is { } named ? HasType(named) : Prefix(type.Name.Text) is { } prefix && HasType(prefix))
                _parents.Add(type.Name.Text, type.Inherits?.Text ?? Prefix(type.Name.Text)!);
        }
        foreach (var conflict in policy.Conflicts)
            _members.TryAdd(conflict, [.. conflict.Of.Select(member => member.Text)]);
    }

    /// <summary>The policy.</summary>
    public PolicyModel Policy { get; }

    /// <summary>All labels, each once: workloads first, then the further labels.</summary>
    public IReadOnlyList<LabelModel> Labels { get; }

    /// <summary>The part of a name before its last dot, or null.</summary>
    public static string? Prefix(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : null;
    }

    /// <summary>True when there is a type of this name.</summary>
    public bool HasType(string name) => _types.ContainsKey(name);

    /// <summary>The label of this name, or null.</summary>
    public LabelModel? FindLabel(string name) => _labels.GetValueOrDefault(name);

    /// <summary>Names of the types of a label; a workload's is itself.</summary>
    public IReadOnlyList<string> TypesOf(LabelModel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return _types.TryGetValue(label.Name.Text, out var workload) && ReferenceEquals(workload, label)
            ? [label.Name.Text]
            : [.. label.Types.Select(type => type.Text).Where(HasType).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Name of the type that a type inherits from: the one it names, else the one before its last dot if there is one; or null.</summary>
    public string? ParentOf(string type) => _parents.GetValueOrDefault(type);

    /// <summary>A type and its ancestors, nearest first; bounded also where they go in a circle.</summary>
    public IEnumerable<string> Line(string type)
    {
        var steps = 0;
        for (string? at = type; at is not null && steps <= PolicyImage.Limits.TypeDepth; at = ParentOf(at), steps++)
            yield return at;
    }

    /// <summary>True when one is the other or an ancestor of it.</summary>
    public bool AreKin(string type, string other) => Line(type).Contains(other) || Line(other).Contains(type);

    /// <summary>The position of a type in a conflict set: itself or its nearest listed ancestor; or null.</summary>
    public string? PositionOf(string type, ConflictModel conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return _members.TryGetValue(conflict, out var members) ? Line(type).FirstOrDefault(members.Contains) : null;
    }

    private static Dictionary<string, LabelModel> Index(IEnumerable<LabelModel> labels)
    {
        var index = new Dictionary<string, LabelModel>(StringComparer.Ordinal);
        foreach (var label in labels)
            index.TryAdd(label.Name.Text, label);
        return index;
    }
}
