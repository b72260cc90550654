using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Testing;

namespace Cofferdam.Policy.Analysis;

/// <summary>Which rules of a policy its tests exercise.</summary>
/// <param name="Covered">Rules that decided a test: conflicts.NAME, channels.NAME, hosts.NAME, sharing of a label.</param>
/// <param name="Uncovered">Rules that decided none.</param>
public sealed record RuleCoverage(IReadOnlyList<string> Covered, IReadOnlyList<string> Uncovered)
{
    /// <summary>Coverage by test runs.</summary>
    public static RuleCoverage Of(CheckedPolicy policy, IReadOnlyList<TestRun> runs)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(runs);
        var hit = runs.Where(run => run.Passed).Select(run => run.Answer).OfType<Statements.Answer>().Where(answer => answer.Problem.Length == 0)
            .Select(answer => NameOf(policy, answer.Decision)).ToHashSet(StringComparer.Ordinal);
        string[] all =
        [
            .. policy.Content.Conflicts.Select(conflict => $"conflicts.{conflict.Name}"),
            .. policy.Content.Channels.Select(channel => $"channels.{channel.Name}"),
        ];
        return new RuleCoverage([.. all.Where(hit.Contains)], [.. all.Where(rule => !hit.Contains(rule))]);
    }

    private static string NameOf(CheckedPolicy policy, Decision decision) => decision.Item < 0 ? "" : decision.Rule switch
    {
        Rule.Conflicts or Rule.History => $"conflicts.{policy.Names.Conflict(decision.Item)}",
        Rule.Channels => $"channels.{policy.Names.Channel(decision.Item)}",
        _ => "",
    };
}
