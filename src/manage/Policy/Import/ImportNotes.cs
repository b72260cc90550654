using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>Says what of a Xen policy was changed or cannot be carried over, apart from names.</summary>
internal sealed class ImportNotes
{
    private const string Unlabelled = "__UNLABELED__";

    private readonly AcmMeaning _meaning;
    private readonly AcmPolicy _policy;
    private readonly ImportPlan _plan;
    private readonly AcmReport _report;

    public ImportNotes(AcmMeaning meaning, ImportPlan plan, AcmReport report)
    {
        _meaning = meaning;
        _policy = meaning.Policy;
        _plan = plan;
        _report = report;
    }

    public void Add()
    {
        AddHeader();
        AddPredecessor();
        AddSharing();
        AddWall();
        AddLabels();
        AddHost();
    }

    private void AddHeader()
    {
        foreach (var (element, text) in _policy.Header)
            Note(text.At, $"<{element}> is a comment now");
        if (_policy.Version is { } version)
            Note(version.At, $"version {version} is now the serial number {AcmVersion.Serial(version.Text)}");
        else
            Note(_policy.Name.At, "the policy has no version; it gets the serial number 1");
    }

    private void AddPredecessor()
    {
        if (_policy.From is { } from)
        {
            var said = $"that it replaces version {from.Version} of {Quoted(from.Name)} is a comment now";
            Note(from.Version.At, $"{said}: policy.from needs the digest of that policy", "import and compile that one too, and put its digest there");
        }
        foreach (var label in _policy.Machines.Concat(_policy.Resources))
        {
            if (label.Former is not { } former)
                continue;
            var said = $"that {Quoted(label.Name)} was called {Quoted(former)} is a comment now";
            Note(former.At, $"{said}: a rename needs policy.from", "when policy.from is there, put 'from' into the label");
        }
    }

    private void AddSharing()
    {
        if (_policy.RulesSharing)
            return;
        var said = "there is no <SimpleTypeEnforcement>, so Xen lets all machines share: here all labels of machines have one type in common";
        Note(_policy.At, said, "give labels types of their own where machines should not share");
    }

    private void AddWall()
    {
        foreach (var type in _policy.WallTypes.Where(type => !_meaning.IsWalled(type.Text)))
            Note(type.At, $"the wall type {Quoted(type)} is left out: no conflict set keeps it apart from another");
        foreach (var conflict in _policy.Conflicts.Where(conflict => !AcmMeaning.KeepsApart(conflict)))
            Note(conflict.Name.At, $"the conflict set {Quoted(conflict.Name)} is left out: it lists fewer than two types, so it keeps nothing apart");
    }

    private void AddLabels()
    {
        if (_plan.MachineNames.TryGetValue(Unlabelled, out var name))
        {
            var label = _policy.Machines.First(label => label.Name.Text == Unlabelled);
            var said = $"what has no label is refused here (unlabeled: deny), where Xen gave it the label {Unlabelled}";
            Note(label.Name.At, said, $"give it the label '{name}'");
        }
        if (_plan.Walls.Count == 0)
            return;
        var wider = "in Xen machines take their labels from a list of their own; here one could have the label of a workload or of a resource";
        var help = "under keys.specs, list no keys for workloads that are no label of machines, and for labels of resources only keys of who makes resources";
        Note(_policy.Bootstrap.At, $"{wider}, and would be outside the walls", help);
    }

    private void AddHost()
    {
        Note(_policy.Bootstrap.At, $"what the control domain's label {Quoted(_policy.Bootstrap)} allows a host to run is now hosts.default.runs");
        foreach (var type in _policy.WallTypes.Where(type => _meaning.IsKeptOut(type.Text)))
        {
            var wall = _plan.Walls.First(wall => wall.Original == type.Text).Name;
            var said = $"the wall type {Quoted(type)} is kept apart from one of the control domain, which always runs: no host runs it";
            Note(type.At, said, $"add '{wall}' and what is under it to a host's runs, where the host need not be kept apart");
        }
    }

    private void Note(Position at, string message, string help = "") => _report.Note(at, message, help);

    private static string Quoted(Word word) => $"'{Printable.Of(word.Text)}'";
}
