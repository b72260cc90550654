using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Import;

/// <summary>Writes down as tests what the Xen policy decided, so that the project file shows of itself that it decides the same: a few of each sort.</summary>
internal sealed class TestPlanner
{
    /// <summary>Tests of one sort; a file of thousands would be slow to check and is read by nobody.</summary>
    private const int MostOfASort = 40;

    private readonly AcmMeaning _meaning;
    private readonly ImportPlan _plan;

    public TestPlanner(AcmMeaning meaning, ImportPlan plan)
    {
        _meaning = meaning;
        _plan = plan;
    }

    public PlannedTests Plan()
    {
        var resources = _meaning.Policy.Resources.Take(MostOfASort / 2).ToList();
        List<IEnumerable<string>> sorts = [Starts(), Conflicts(), Shares(), resources.SelectMany(Attachments)];
        var lines = sorts.Select(sort => sort.Take(MostOfASort + 1).ToList()).ToList();
        var areAll = lines.All(sort => sort.Count <= MostOfASort) && resources.Count == _meaning.Policy.Resources.Count;
        var fixtures = resources.Select(label => _plan.ResourceNames[label.Name.Text]).Distinct(StringComparer.Ordinal);
        return new PlannedTests([.. fixtures], [.. lines.SelectMany(sort => sort.Take(MostOfASort))], areAll);
    }

    private IEnumerable<string> Starts() => _meaning.Policy.Machines.Select(label => _meaning.CanRun(label)
        ? $"allow: \"start {Name(label)}\""
        : $"deny: \"start {Name(label)}\", rule: host");

    /// <summary>For each conflict set and each two of its types, next to each other in it, whose labels can run at all.</summary>
    private IEnumerable<string> Conflicts()
    {
        var runners = new Dictionary<string, AcmLabel>(StringComparer.Ordinal);
        foreach (var label in _meaning.Policy.Machines.Where(_meaning.CanRun))
        {
            foreach (var type in label.WallTypes)
                runners.TryAdd(type.Text, label);
        }
        foreach (var conflict in _meaning.Conflicts)
        {
            var seated = conflict.Types.Select(type => runners.GetValueOrDefault(type.Text)).OfType<AcmLabel>().ToList();
            foreach (var (running, starting) in seated.Zip(seated.Skip(1)))
                yield return $"deny: \"start {Name(starting)}\", given: [\"{Name(running)} runs\"], rule: conflicts";
        }
    }

    private IEnumerable<string> Shares()
    {
        var machines = _meaning.Policy.Machines;
        for (var i = 0; i < machines.Count; i++)
        {
            for (var j = i + 1; j < machines.Count; j++)
                yield return $"{Verdict(_meaning.Shares(machines[i], machines[j]))}: \"flow {Name(machines[i])} to {Name(machines[j])}\"";
        }
    }

    /// <summary>The first label of machines that may use the resource, and the first that may not.</summary>
    private IEnumerable<string> Attachments(AcmLabel resource)
    {
        var name = _plan.ResourceNames[resource.Name.Text];
        foreach (var shares in (bool[])[true, false])
        {
            var machine = _meaning.Policy.Machines.FirstOrDefault(label => Uses(label, resource) == shares);
            if (machine is not null)
                yield return $"{Verdict(shares)}: \"attach {name} to {Name(machine)} for write\", rule: sharing";
        }
    }

    private bool Uses(AcmLabel label, AcmLabel resource) => resource.Types.Count > 0 && _meaning.Shares(label, resource);

    private string Name(AcmLabel label) => _plan.MachineNames[label.Name.Text];

    private static string Verdict(bool isAllowed) => isAllowed ? "allow" : "deny";
}
