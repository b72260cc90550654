using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Scenarios;
using Xunit;

namespace Cofferdam.Tests.Knockout;

/// <summary>Every scenario on the monitor as it is.</summary>
public sealed class ScenarioTests
{
    private static readonly Dictionary<string, Scenario> ByName = ScenarioList.All.ToDictionary(scenario => scenario.Name);

    public static IEnumerable<TheoryDataRow<string>> Names => ByName.Keys.Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name });

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "ISO-4")]
    public void The_monitor_does_as_the_scenario_says(string name) => ByName[name].Run(withOracle: true);
}
