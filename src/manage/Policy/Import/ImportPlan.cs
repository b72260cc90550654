using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>What the project file is to say.</summary>
internal sealed record ImportPlan
{
    /// <summary>Name of the policy.</summary>
    public required string Name { get; init; }

    /// <summary>Workloads that labels share by.</summary>
    public required IReadOnlyList<PlannedType> Types { get; init; }

    /// <summary>Workloads of resources that no machine may use.</summary>
    public required IReadOnlyList<PlannedType> Closed { get; init; }

    /// <summary>Workloads of the wall.</summary>
    public required IReadOnlyList<PlannedWall> Walls { get; init; }

    /// <summary>Labels of machines, without those that are a workload's.</summary>
    public required IReadOnlyList<PlannedLabel> Machines { get; init; }

    /// <summary>Labels of resources, without those that are a workload's.</summary>
    public required IReadOnlyList<PlannedLabel> Resources { get; init; }

    /// <summary>Conflict sets.</summary>
    public required IReadOnlyList<PlannedConflict> Conflicts { get; init; }

    /// <summary>What hosts may run.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>Names by label of machines of the Xen policy.</summary>
    public required IReadOnlyDictionary<string, string> MachineNames { get; init; }

    /// <summary>Names by label of resources of the Xen policy.</summary>
    public required IReadOnlyDictionary<string, string> ResourceNames { get; init; }
}
