using System.Linq;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>
/// What Xen's access control module decided, from its description alone: counters of running types, conflict sets, and for each wall type an
/// aggregate of the running labels that keep it out; sharing by a type in common; a machine needs types that the control domain all has.
/// The control domain runs always.
/// </summary>
internal sealed class AcmReference
{
    private readonly AcmDraft _draft;
    private readonly int[] _running;
    private readonly int[] _aggregate;

    public AcmReference(AcmDraft draft)
    {
        _draft = draft;
        _running = new int[draft.WallTypes.Count];
        _aggregate = new int[draft.WallTypes.Count];
        Count(draft.Machines[0], 1);
    }

    /// <summary>Starts a machine with a label, if that may be.</summary>
    public bool Start(int machine)
    {
        var label = _draft.Machines[machine];
        if (label.Types.Except(_draft.Machines[0].Types).Any() || label.WallTypes.Any(type => _aggregate[type] > 0))
            return false;
        Count(label, 1);
        return true;
    }

    /// <summary>Stops a machine.</summary>
    public void Stop(int machine) => Count(_draft.Machines[machine], -1);

    /// <summary>True when machines with two labels share.</summary>
    public bool Share(int machine, int other) => _draft.Types is null || _draft.Machines[machine].Types.Intersect(_draft.Machines[other].Types).Any();

    /// <summary>True when machines with a label may use resources with another.</summary>
    public bool Use(int machine, int resource) => _draft.Machines[machine].Types.Intersect(_draft.Resources[resource].Types).Any();

    /// <summary>True when nothing but the control domain is counted.</summary>
    public bool IsIdle => _running.Select((count, type) => count == (_draft.Machines[0].WallTypes.Contains(type) ? 1 : 0)).All(isIdle => isIdle);

    private void Count(DraftLabel label, int by)
    {
        foreach (var type in label.WallTypes)
            _running[type] += by;
        foreach (var set in _draft.Conflicts.Where(set => set.Any(label.WallTypes.Contains)))
        {
            foreach (var type in set.Where(type => !label.WallTypes.Contains(type)))
                _aggregate[type] += by;
        }
    }
}
