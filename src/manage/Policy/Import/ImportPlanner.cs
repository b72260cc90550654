using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Plans a project file that decides as the Xen policy. Xen keeps types that share and types of the wall apart; here one kind of types does both.
/// So each becomes a workload, and labels of machines list both. A workload of the wall must not let labels share that shared nothing: where its
/// holders have no type in common anyway, each has a workload of its own that inherits the wall's place and nothing else.
/// </summary>
internal sealed class ImportPlanner
{
    private readonly AcmMeaning _meaning;
    private readonly AcmPolicy _policy;
    private readonly NamePlanner _names;
    private readonly AcmReport _report;
    private readonly Dictionary<string, PlannedWall> _walls = new(StringComparer.Ordinal);

    public ImportPlanner(AcmMeaning meaning, NamePlanner names, AcmReport report)
    {
        _meaning = meaning;
        _policy = meaning.Policy;
        _names = names;
        _report = report;
    }

    public ImportPlan Plan()
    {
        var holders = Holders();
        foreach (var type in _policy.WallTypes.Where(type => _meaning.IsWalled(type.Text)))
            _walls.Add(type.Text, PlanWall(type, holders.GetValueOrDefault(type.Text) ?? []));
        return new ImportPlan
        {
            Name = _names.Policy,
            Types = [.. PlanTypes()],
            Closed = [.. _policy.Resources.Where(label => label.Types.Count == 0).Select(PlanClosed)],
            Walls = [.. _walls.Values],
            Machines = [.. PlanLabels(_policy.Machines, _names.Machines)],
            Resources = [.. PlanLabels(_policy.Resources.Where(label => label.Types.Count > 0), _names.Resources)],
            Conflicts = [.. _meaning.Conflicts.Select(PlanConflict)],
            Runs = [.. PlanRuns()],
            MachineNames = _names.Machines,
            ResourceNames = _names.Resources,
        };
    }

    /// <summary>Labels of machines by the wall types that they hold.</summary>
    private Dictionary<string, List<AcmLabel>> Holders()
    {
        var holders = new Dictionary<string, List<AcmLabel>>(StringComparer.Ordinal);
        foreach (var label in _policy.Machines)
        {
            foreach (var type in _meaning.WallsOf(label))
            {
                if (!holders.TryGetValue(type.Text, out var held))
                    holders.Add(type.Text, held = []);
                held.Add(label);
            }
        }
        return holders;
    }

    private PlannedWall PlanWall(Word type, List<AcmLabel> holders)
    {
        var name = _names.Walls[type.Text];
        var seats = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!ShareAnyway(holders))
        {
            foreach (var label in holders)
                seats.Add(label.Name.Text, _names.TakeSeat(name, label));
            var said = $"the {holders.Count} labels of the wall type '{Printable.Of(type.Text)}' have no type in common";
            _report.Note(type.At, $"{said}; so that they do not share by it, each has a workload of its own under '{name}'");
        }
        return new PlannedWall(name, type.Text, seats);
    }

    /// <summary>True when there is nobody to share, or one type that all have: then a further type in common adds nothing.</summary>
    private bool ShareAnyway(List<AcmLabel> labels)
    {
        if (labels.Count < 2 || !_policy.RulesSharing)
            return true;
        var common = labels[0].Types.Select(type => type.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var label in labels)
            common.IntersectWith(label.Types.Select(type => type.Text));
        return common.Count > 0;
    }

    private IEnumerable<PlannedType> PlanTypes()
    {
        if (!_policy.RulesSharing)
            yield return new PlannedType(_names.SharedByAll, "the Xen policy did not rule sharing: all machines may");
        var machines = _names.Machines.Values.ToHashSet(StringComparer.Ordinal);
        var resources = _names.Resources.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var type in _policy.Types)
        {
            var name = _names.Types[type.Text];
            yield return new PlannedType(name, Comment(Original(type, name), Also(machines.Contains(name), resources.Contains(name))));
        }
    }

    private static string Also(bool machines, bool resources) => (machines, resources) switch
    {
        (true, true) => "also the label of machines and resources",
        (true, false) => "also the label of machines",
        (false, true) => "also the label of resources",
        _ => "",
    };

    private PlannedType PlanClosed(AcmLabel label)
    {
        var name = _names.Resources[label.Name.Text];
        var said = $"the label of resources '{Printable.Of(label.Name.Text)}' has no type, so no machine may use them";
        _report.Note(label.Name.At, $"{said}; it is a workload that no host runs");
        return new PlannedType(name, Comment(Original(label.Name, name), Former(label)));
    }

    private IEnumerable<PlannedLabel> PlanLabels(IEnumerable<AcmLabel> labels, Dictionary<string, string> names)
    {
        foreach (var label in labels)
        {
            var name = names[label.Name.Text];
            List<string> types = [.. TypesOf(label)];
            if (types is not [var only] || only != name)
                yield return new PlannedLabel(name, Comment(Original(label.Name, name), Former(label)), types);
        }
    }

    private IEnumerable<string> TypesOf(AcmLabel label)
    {
        var shared = _policy.RulesSharing ? label.Types.Select(type => _names.Types[type.Text]) : [_names.SharedByAll];
        return shared.Concat(_meaning.WallsOf(label).Select(type => SeatOf(label, type)));
    }

    private string SeatOf(AcmLabel label, Word type)
    {
        var wall = _walls[type.Text];
        return wall.Seats.GetValueOrDefault(label.Name.Text, wall.Name);
    }

    private PlannedConflict PlanConflict(AcmConflict conflict)
    {
        var name = _names.TakeConflict(conflict);
        return new PlannedConflict(name, Original(conflict.Name, name), [.. conflict.Types.Select(type => _walls[type.Text].Name)]);
    }

    /// <summary>The control domain's types, and every place at the wall that is not kept apart from its own.</summary>
    private IEnumerable<string> PlanRuns()
    {
        var types = _policy.RulesSharing
            ? _policy.Types.Where(type => _meaning.IsHostType(type.Text)).Select(type => _names.Types[type.Text])
            : [_names.SharedByAll];
        var walls = _walls.Where(wall => !_meaning.IsKeptOut(wall.Key)).Select(wall => wall.Value);
        return types.Concat(walls.SelectMany(wall => wall.Seats.Values.Prepend(wall.Name)));
    }

    private static string Original(Word original, string name) => original.Text == name ? "" : original.Text;

    private static string Former(AcmLabel label) => label.Former is { } former ? $"from: {NameMapper.MapFlat(former.Text)}" : "";

    private static string Comment(string first, string second) => first.Length > 0 && second.Length > 0 ? $"{first}; {second}" : first + second;
}
