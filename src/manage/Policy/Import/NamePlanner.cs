using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Finds names for everything. In Xen types, wall types, labels of machines and labels of resources are four name spaces; here they are one. Labels of
/// machines go first: whoever labels a machine with the old name must get the whole label, walls and all, and never just a type.
/// </summary>
internal sealed class NamePlanner
{
    private const string ForAll = "shared-by-all";

    private readonly AcmMeaning _meaning;
    private readonly AcmReport _report;
    private readonly NameTable _table = new();
    private readonly NameTable _conflictTable = new();
    private readonly List<ImportedName> _given = [];

    public NamePlanner(AcmMeaning meaning, AcmReport report)
    {
        _meaning = meaning;
        _report = report;
    }

    /// <summary>All names that were given, in the order of their kinds.</summary>
    public IReadOnlyList<ImportedName> Given => [.. _given.OrderBy(name => name.Kind)];

    /// <summary>Names by label of machines.</summary>
    public Dictionary<string, string> Machines { get; } = new(StringComparer.Ordinal);

    /// <summary>Names by label of resources.</summary>
    public Dictionary<string, string> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of workloads by type.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of workloads by wall type.</summary>
    public Dictionary<string, string> Walls { get; } = new(StringComparer.Ordinal);

    /// <summary>Name of the workload that all machines share where the Xen policy rules no sharing.</summary>
    public string SharedByAll { get; private set; } = "";

    /// <summary>Name of the policy.</summary>
    public string Policy { get; private set; } = "";

    /// <summary>Gives out all names but those of seats.</summary>
    public void Plan()
    {
        var policy = _meaning.Policy;
        Policy = Give(ImportedKind.Policy, policy.Name, new NameTable().TakeDotted(policy.Name.Text, "policy"));
        foreach (var label in policy.Machines)
            PlanMachine(label);
        foreach (var label in policy.Resources)
            PlanResource(label);
        foreach (var type in policy.Types)
            Types[type.Text] = Give(ImportedKind.Type, type, Types.GetValueOrDefault(type.Text) ?? _table.Take(type.Text, "type"));
        if (!policy.RulesSharing)
            SharedByAll = _table.Take(ForAll, "type");
        foreach (var wall in policy.WallTypes.Where(type => _meaning.IsWalled(type.Text)))
            Walls[wall.Text] = Give(ImportedKind.WallType, wall, _table.TakeHead(wall.Text, "wall"));
    }

    /// <summary>The name of a conflict set, a name space of its own.</summary>
    public string TakeConflict(AcmConflict conflict)
    {
        var name = _conflictTable.TakeDotted(conflict.Name.Text, "conflict");
        if (conflict.Name.Text.Length == 0)
            _report.Note(conflict.Name.At, $"this conflict set has no name; it is now '{name}'");
        return Give(ImportedKind.ConflictSet, conflict.Name, name);
    }

    /// <summary>The name of a workload for one label's place at a wall.</summary>
    public string TakeSeat(string wall, AcmLabel label) => _table.TakeUnder(wall, Machines[label.Name.Text]);

    /// <summary>True when a label is nothing but one type of the same name: then it is the workload's own label.</summary>
    private bool IsOneWithType(AcmLabel label) => label.Types.Count == 1 && label.Types[0].Text == label.Name.Text && !_meaning.WallsOf(label).Any();

    private void PlanMachine(AcmLabel label)
    {
        var name = Give(ImportedKind.MachineLabel, label.Name, _table.Take(label.Name.Text, "machine"));
        Machines[label.Name.Text] = name;
        if (IsOneWithType(label))
            Types[label.Name.Text] = name;
    }

    private void PlanResource(AcmLabel label)
    {
        var isOne = IsOneWithType(label);
        var shared = isOne ? Types.GetValueOrDefault(label.Name.Text) : null;
        if (shared is not null)
            _report.Note(label.Name.At, $"the labels of machines and of resources {Quoted(label.Name.Text)} are one label now: they are of the same type");
        var name = Give(ImportedKind.ResourceLabel, label.Name, shared ?? _table.Take(label.Name.Text, "resource"));
        Resources[label.Name.Text] = name;
        if (isOne && name == NameMapper.MapFlat(label.Name.Text))
            Types[label.Name.Text] = name;
    }

    private string Give(ImportedKind kind, Word original, string name)
    {
        _given.Add(new ImportedName(kind, original.Text, name));
        if (name != original.Text && original.Text.Length > 0)
            _report.Note(original.At, $"{Said(kind)} {Quoted(original.Text)} is now '{name}'{Reason(NameMapper.MapFlat(original.Text), name)}");
        return name;
    }

    /// <summary>Why it is not just the name with other letters.</summary>
    private static string Reason(string plain, string name)
    {
        if (plain.Length == 0 || plain == name.Replace('.', '-'))
            return "";
        return plain.StartsWith(name, StringComparison.Ordinal) ? ": longer names would be too long" : $": something else is called '{plain}'";
    }

    private static string Said(ImportedKind kind) => kind switch
    {
        ImportedKind.Policy => "the policy",
        ImportedKind.Type => "the type",
        ImportedKind.WallType => "the wall type",
        ImportedKind.ConflictSet => "the conflict set",
        ImportedKind.MachineLabel => "the label of machines",
        _ => "the label of resources",
    };

    private static string Quoted(string text) => $"'{Printable.Of(text)}'";
}
