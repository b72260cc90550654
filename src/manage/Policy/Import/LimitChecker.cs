using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>Says when a policy would pass a limit of the compiled policy, so that what is imported also compiles.</summary>
internal sealed class LimitChecker
{
    private readonly AcmPolicy _policy;
    private readonly AcmReport _report;

    public LimitChecker(AcmPolicy policy, AcmReport report)
    {
        _policy = policy;
        _report = report;
    }

    /// <summary>Checks what would cost time to look into; false when there is too much of something.</summary>
    public bool CheckPolicy()
    {
        var members = _policy.Conflicts.Sum(conflict => conflict.Types.Count);
        var labels = _policy.Machines.Concat(_policy.Resources);
        return Limit(_policy.Types.Count, PolicyImage.Limits.Types, "types")
            & Limit(_policy.WallTypes.Count, PolicyImage.Limits.Types, "wall types")
            & Limit(_policy.Machines.Count, PolicyImage.Limits.Labels, "labels of machines")
            & Limit(_policy.Resources.Count, PolicyImage.Limits.Labels, "labels of resources")
            & Limit(_policy.Conflicts.Count, PolicyImage.Limits.Conflicts, "conflict sets")
            & Limit(members, PolicyImage.Limits.Members, "members of all conflict sets")
            & labels.Aggregate(true, (isWithin, label) => isWithin & CheckLabel(label))
            & _policy.Conflicts.Aggregate(true, (isWithin, conflict) => isWithin & CheckConflict(conflict));
    }

    /// <summary>Checks what would be written.</summary>
    public void CheckPlan(ImportPlan plan)
    {
        List<PlannedLabel> labels = [.. plan.Machines, .. plan.Resources];
        var types = plan.Types.Count + plan.Closed.Count + plan.Walls.Sum(wall => 1 + wall.Seats.Count);
        Limit(types + labels.Count, PolicyImage.Limits.Labels, "workloads and labels");
        Limit(types + labels.Sum(label => label.Types.Count), PolicyImage.Limits.LabelTypes, "types of all labels");
    }

    private bool CheckLabel(AcmLabel label)
    {
        var what = $"types of the label '{Printable.Of(label.Name.Text)}'";
        return Limit(label.Types.Count + label.WallTypes.Count, PolicyImage.Limits.TypesPerLabel, what, label.Name.At);
    }

    private bool CheckConflict(AcmConflict conflict)
    {
        var what = $"members of the conflict set '{Printable.Of(conflict.Name.Text)}'";
        return Limit(conflict.Types.Count, PolicyImage.Limits.MembersPerConflict, what, conflict.Name.At);
    }

    private bool Limit(int count, int most, string what, Position? at = null)
    {
        if (count <= most)
            return true;
        var help = "split the policy, or remove what is not used";
        _report.Error(DiagnosticCode.Limit, at ?? _policy.At, $"there would be {count} {what}; at most {most} are possible", help);
        return false;
    }
}
