using System;
using System.Linq;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Tests.Kit.Scenarios;

namespace Cofferdam.Tests.Kit.Knockout;

/// <summary>
/// The tests that a monitor must pass, as one method: all scenarios with what they expect, all scenarios side by side with the oracle,
/// and a few random lives. Nothing is kept between calls, so that a monitor of which a part is switched off between two calls is seen
/// as it is.
/// </summary>
public static class ConformanceSuite
{
    private const int Lives = 10;
    private const int Steps = 100;

    /// <summary>Runs until something fails.</summary>
    /// <param name="likely">Names of a rule or of an operation: their scenarios come first.</param>
    /// <returns>What failed and why, or null.</returns>
    public static string? FirstFailure(string likely)
    {
        var inOrder = ScenarioList.All.OrderBy(scenario => Rank(scenario, likely)).ToList();
        return inOrder.Select(scenario => Failure(scenario, withOracle: false))
            .Concat(inOrder.Select(scenario => Failure(scenario, withOracle: true)))
            .Concat(Enumerable.Range(1, Lives).Select(Failure))
            .FirstOrDefault(failure => failure is not null);
    }

    private static int Rank(Scenario scenario, string likely)
    {
        if (scenario.Rule.ToString() == likely || scenario.Kind.ToString() == likely)
            return 0;
        return scenario.Kind == OperationKind.None ? 2 : 1;
    }

    private static string? Failure(Scenario scenario, bool withOracle) => Failure(scenario.Name, () => scenario.Run(withOracle));

    private static string? Failure(int seed) => Failure($"the random life with seed {seed}", () =>
    {
        if (new RandomLife(Choices.From((ulong)seed), PolicyScale.Small).Run(Steps) is { } difference)
            throw new ScenarioException(difference.ToString());
    });

    /// <summary>Whatever is thrown is a failure: a part that is missing may well end in an exception of the monitor's own.</summary>
    private static string? Failure(string name, Action test)
    {
        try
        {
            test();
            return null;
        }
#pragma warning disable CA1031 // See above.
        catch (Exception failure)
        {
            return $"{name}: {failure.GetType().Name}: {failure.Message}";
        }
#pragma warning restore CA1031
    }
}
