using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Scenarios;
using Xunit;

namespace Cofferdam.Tests.Knockout;

/// <summary>
/// Every scenario on the monitor as it is built; and there is one for everything that docs/SEMANTICS.md says of an operation.
/// </summary>
public sealed class ScenarioTests
{
    private static readonly ILookup<string, Scenario> ByName = ScenarioList.All.ToLookup(scenario => scenario.Name);

    public static IEnumerable<TheoryDataRow<string>> Names => ByName.Select(group =>
        new TheoryDataRow<string>(group.Key) { TestDisplayName = group.Key });

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "ISO-2")]
    [Trait("Requirement", "ISO-3")]
    [Trait("Requirement", "ISO-4")]
    [Trait("Requirement", "POL-3")]
    [Trait("Requirement", "POL-4")]
    public void The_monitor_does_as_the_scenario_says(string name) => ByName[name].First().Run(withOracle: true);

    [Fact]
    public void No_two_scenarios_have_the_same_name() => Assert.Empty(ByName.Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    [Trait("Requirement", "ISO-4")]
    public void Every_rule_that_the_row_of_an_operation_names_is_reached()
    {
        var reached = ScenarioList.All.Select(scenario => (scenario.Kind, scenario.Rule)).ToHashSet();
        Assert.Empty(OperationRows.All.Where(pair => !reached.Contains(pair)).Select(pair => $"{pair.Operation}: {pair.Rule.Id()}"));
    }

    [Fact]
    [Trait("Requirement", "ISO-4")]
    public void Every_operation_is_allowed_in_some_scenario()
    {
        var allowed = ScenarioList.All.Where(scenario => scenario.Rule >= Rule.SharingGranted).Select(scenario =>
            scenario.Kind).ToHashSet();
        Assert.Empty(Enum.GetValues<OperationKind>().Except(allowed).Except([OperationKind.None]));
    }
}
