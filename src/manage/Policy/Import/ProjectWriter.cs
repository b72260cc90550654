using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Policy.Import;

/// <summary>Writes the project file of a plan.</summary>
internal sealed class ProjectWriter
{
    private readonly AcmPolicy _policy;
    private readonly ImportPlan _plan;
    private readonly PlannedTests _tests;
    private readonly YamlText _text = new();

    public ProjectWriter(AcmPolicy policy, ImportPlan plan, PlannedTests tests)
    {
        _policy = policy;
        _plan = plan;
        _tests = tests;
    }

    public string Write(string file)
    {
        WriteHeader(file);
        WritePolicy();
        WriteWorkloads();
        WriteLabels();
        WriteConflicts();
        WriteHosts();
        WriteTests();
        return _text.ToString();
    }

    private void WriteHeader(string file)
    {
        _text.Line($"# Imported from a policy of Xen's access control module: {YamlText.Comment(Path.GetFileName(file))}");
        _text.Line("# It decides the same: which machines start beside which, and who shares with whom and with which resources.");
        Fact("policy", _policy.Name.Text);
        Fact("version", _policy.Version?.Text ?? "none");
        foreach (var (element, text) in _policy.Header)
            Fact(element, text.Text);
        _text.Line("coffer: 1");
        _text.Line();
    }

    private void Fact(string name, string text) => _text.Line($"#   {name,-14}{YamlText.Comment(text)}");

    private void WritePolicy()
    {
        _text.Line("policy:");
        _text.Line($"  name: {YamlText.Name(_plan.Name)}");
        _text.Line($"  serial: {(_policy.Version is { } version ? AcmVersion.Serial(version.Text) : 1)}");
        if (_policy.From is { Version: var former } from)
            _text.Line($"  # from: serial {AcmVersion.Serial(former.Text)}, and the digest of {YamlText.Comment(from.Name.Text)} {former} once it is imported");
        _text.Line("  unlabeled: deny");
    }

    private void WriteWorkloads()
    {
        _text.Line("  # Each workload is also a label of its name. Under keys.specs, list keys only for labels that the Xen policy had, and for");
        _text.Line("  # those of resources only keys of who makes resources: a machine with another label than a machine's is outside the walls.");
        _text.Line("  workloads:");
        if (_plan.Types.Count > 0)
            Group("what machines and resources share by", _plan.Types.Select(type => (Workload(type.Name), type.Comment)));
        if (_plan.Closed.Count > 0)
            Group("resources that no machine may use", _plan.Closed.Select(type => (Workload(type.Name), type.Comment)));
        if (_plan.Walls.Count > 0)
            Group("places at the wall, which share nothing; behind a dot those of single labels", _plan.Walls.SelectMany(Wall));
    }

    private void Group(string title, IEnumerable<(string, string)> lines)
    {
        _text.Line($"    # {title}");
        _text.Block([.. lines]);
    }

    private static string Workload(string name) => $"    {YamlText.Name(name)}: {{}}";

    private static IEnumerable<(string, string)> Wall(PlannedWall wall)
    {
        yield return (Workload(wall.Name), wall.Original == wall.Name ? "" : wall.Original);
        foreach (var seat in wall.Seats.Values)
            yield return (Workload(seat), "");
    }

    private void WriteLabels()
    {
        if (_plan.Machines.Count + _plan.Resources.Count == 0)
            return;
        _text.Line("  labels:");
        if (_plan.Machines.Count > 0)
            Group("machines", _plan.Machines.Select(Label));
        if (_plan.Resources.Count > 0)
            Group("resources", _plan.Resources.Select(Label));
    }

    private static (string, string) Label(PlannedLabel label) =>
        (YamlText.List($"    {YamlText.Name(label.Name)}: {{types: ", label.Types.Select(YamlText.Name), "}"), label.Comment);

    private void WriteConflicts()
    {
        if (_plan.Conflicts.Count == 0)
            return;
        _text.Line("  conflicts:");
        _text.Block([.. _plan.Conflicts.Select(Conflict)]);
    }

    private static (string, string) Conflict(PlannedConflict conflict)
    {
        var head = $"    {YamlText.Name(conflict.Name)}: {{of: ";
        return (YamlText.List(head, conflict.Members.Select(YamlText.Name), ", scope: host, mode: running}"), conflict.Comment);
    }

    private void WriteHosts()
    {
        _text.Line("  hosts:");
        _text.Line($"    # what the control domain's label, {YamlText.Comment(_policy.Bootstrap.Text)}, let a host run");
        _text.Line("    default:");
        _text.Line(YamlText.List("      runs: ", _plan.Runs.Select(YamlText.Name), ""));
        _text.Line("      attest: none");
    }

    private void WriteTests()
    {
        if (_tests.Fixtures.Count > 0)
        {
            _text.Line("  fixtures:");
            foreach (var name in _tests.Fixtures)
                _text.Line($"    {YamlText.Name(name)}: {{volume: {YamlText.Name(name)}}}");
        }
        _text.Line("  tests:");
        _text.Line($"    # {(_tests.AreAll ? "what" : "some of what")} Xen decided");
        foreach (var test in _tests.Lines)
            _text.Line($"    - {{{test}}}");
    }
}
