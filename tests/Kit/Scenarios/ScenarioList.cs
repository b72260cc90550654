using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>All scenarios.</summary>
public static class ScenarioList
{
    /// <summary>In the order of docs/SEMANTICS.md section 4.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. LifeCycleScenarios.All,
        .. DomainScenarios.All,
    ];
}
