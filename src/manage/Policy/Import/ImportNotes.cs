using System.Linq;
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
        AddWall();
        AddHost();
        if (!_policy.RulesSharing)
            _report.Note(_policy.At, "there is no <SimpleTypeEnforcement>, so Xen lets all machines share: here all labels of machines have one type in common", "give labels types of their own where machines should not share");
        if (_plan.MachineNames.TryGetValue(Unlabelled, out var name))
        {
            var label = _policy.Machines.First(label => label.Name.Text == Unlabelled);
            _report.Note(label.Name.At, $"what has no label is refused here (unlabeled: deny), where Xen gave it the label {Unlabelled}", $"give it the label '{name}'");
        }
    }

    private void AddHeader()
    {
        foreach (var (element, text) in _policy.Header)
            _report.Note(text.At, $"<{element}> is a comment now");
        if (_policy.Version is not { } version)
            _report.Note(_policy.Name.At, "the policy has no version; it gets the serial number 1");
        else
            _report.Note(version.At, $"version {Printable.Of(version.Text)} is now the serial number {AcmVersion.Serial(version.Text)}");
    }

    private void AddPredecessor()
    {
        if (_policy.From is { } from)
            _report.Note(from.Version.At, $"that it replaces version {Printable.Of(from.Version.Text)} of {Quoted(from.Name)} is a comment now: policy.from needs the digest of that policy", "import and compile that one too, and put its digest there");
        foreach (var label in _policy.Machines.Concat(_policy.Resources))
        {
            if (label.Former is { } former)
                _report.Note(former.At, $"that {Quoted(label.Name)} was called {Quoted(former)} is a comment now: a rename needs policy.from", "when policy.from is there, put 'from' into the label");
        }
    }

    private void AddWall()
    {
        foreach (var type in _policy.WallTypes.Where(type => !_meaning.IsWalled(type.Text)))
            _report.Note(type.At, $"the wall type {Quoted(type)} is left out: no conflict set keeps it apart from another");
        foreach (var conflict in _policy.Conflicts.Where(conflict => !AcmMeaning.KeepsApart(conflict)))
            _report.Note(conflict.Name.At, $"the conflict set {Quoted(conflict.Name)} is left out: it lists fewer than two types, so it keeps nothing apart");
        if (_plan.Walls.Count > 0)
            _report.Note(
                _policy.Bootstrap.At,
                "Xen has machines and resources labelled each from its own list; here a machine could also have the label of a workload or of a resource, and would be outside the walls",
                "under keys.specs, list no keys for workloads that are no label of machines, and for labels of resources only keys of who makes resources alone");
    }

    private void AddHost()
    {
        var bootstrap = _meaning.Bootstrap!;
        _report.Note(_policy.Bootstrap.At, $"what the control domain's label {Quoted(bootstrap.Name)} allows a host to run is now hosts.default.runs");
        foreach (var type in _policy.WallTypes.Where(type => _meaning.IsKeptOut(type.Text)))
            _report.Note(
                type.At,
                $"the wall type {Quoted(type)} is kept apart from one of the control domain, which always runs: no host runs it",
                $"add '{_plan.Walls.First(wall => wall.Original == type.Text).Name}' and what is under it to a host's runs, if a host need not keep it apart");
    }

    private static string Quoted(Word word) => $"'{Printable.Of(word.Text)}'";
}
