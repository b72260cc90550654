using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>All scenarios.</summary>
public static class ScenarioList
{
    /// <summary>In the order of docs/SEMANTICS.md section 4.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. GateScenarios.All,
        .. LifeCycleScenarios.All,
        .. DomainScenarios.All,
        .. AdmissionScenarios.All,
        .. EnterScenarios.All,
        .. PhaseScenarios.All,
        .. RelabelScenarios.All,
        .. ResourceScenarios.All,
        .. AttachScenarios.All,
        .. AttachKindScenarios.All,
        .. ChannelScenarios.All,
        .. EvidenceScenarios.All,
        .. SuccessionScenarios.All,
        .. BreakScenarios.All,
        .. CarryScenarios.All,
        .. MonitorScenarios.All,
        .. ExplanationScenarios.All,
    ];
}
