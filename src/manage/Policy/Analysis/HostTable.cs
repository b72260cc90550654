using System.Linq;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Analysis;

/// <summary>
/// Which labels the host entries of a policy may run: all their types are authorised, and there is a rack or zone where a conflict set needs one.
/// </summary>
internal sealed class HostTable
{
    private readonly CompiledPolicy _policy;
    private readonly LabelSet[] _runs;

    public HostTable(CompiledPolicy policy)
    {
        _policy = policy;
        _runs = [.. Enumerable.Range(0, policy.Hosts.Length).Select(Runs)];
    }

    /// <summary>Number of host entries.</summary>
    public int Count => _runs.Length;

    /// <summary>True when the host may run the label, as far as its entry goes.</summary>
    public bool MayRun(int host, int label) => _runs[host][label];

    /// <summary>True when some host may run the label.</summary>
    public bool MayRunSomewhere(int label) => _runs.Any(runs => runs[label]);

    /// <summary>True when one host may run both.</summary>
    public bool MayRunTogether(int label, int other) => _runs.Any(runs => runs[label] && runs[other]);

    private LabelSet Runs(int host)
    {
        var runs = new LabelSet(_policy.LabelCount);
        for (var label = 0; label < _policy.LabelCount; label++)
            runs[label] = IsAuthorised(host, label);
        return runs;
    }

    private bool IsAuthorised(int host, int label)
    {
        foreach (var type in _policy.TypesOf(label))
        {
            if (!_policy.HostRuns(host, type) || LacksPlace(host, type))
                return false;
        }
        return true;
    }

    /// <summary>A type with a position in a set of scope rack or zone starts only where there is such a place.</summary>
    private bool LacksPlace(int host, int type)
    {
        var entry = _policy.Hosts[host];
        foreach (var seat in _policy.SeatsOf(type))
        {
            var scope = _policy.Conflicts[_policy.ConflictOf(seat)].Scope;
            if ((scope == WallScope.Rack && entry.Rack.IsZero) || (scope == WallScope.Zone && entry.Zone.IsZero))
                return true;
        }
        return false;
    }
}
