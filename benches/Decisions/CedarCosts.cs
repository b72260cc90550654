using System;
using System.Linq;
using Cofferdam.Bench.Harness;
using Cofferdam.Monitor.Decisions;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>
/// What Cedar takes for the same decisions, for context: it answers a more general question, in WebAssembly, and is handed the two labels
/// with every call. Its answers must be ours.
/// </summary>
internal static class CedarCosts
{
    private const int Count = 64;

    private static readonly Plan Plan = new(TimeSpan.FromSeconds(2), 10, TimeSpan.FromMilliseconds(1), 0, Clock.Wall);

    /// <summary>Measures, if there is a Node.</summary>
    public static void Measure(Report report, CompiledPolicy policy)
    {
        if (!CedarProcess.IsInstalled(report))
            return;
        var pairs = Pairs.Mixed(policy).Take(Count);
        using var groups = CedarProcess.Start(report, "decide.mjs");
        using var sets = CedarProcess.Start(report, "decide.mjs");
        if (groups is null || sets is null)
            return;
        Agree(policy, pairs, groups, "groups");
        Agree(policy, pairs, sets, "sets");
        var timings = Interleaving.Run(
            Plan,
            new Contender("decision", Count, () => DecideAll(policy, pairs)),
            new Contender("Cedar, a policy per type", Count, () => groups.Ask("again").Length),
            new Contender("Cedar, one policy on sets", Count, () => sets.Ask("again").Length));
        report.Add($"{Count} mixed pairs, by sharing alone, beside Cedar", timings);
        report.Add("cedar_policy_per_type", timings[1].Median / 1000, "us", Goal.Context);
        report.Add("cedar_policy_per_type_vs_decision", timings[1].RatioTo(timings[0]), "ratio", Goal.Context);
        report.Add("cedar_one_policy", timings[2].Median / 1000, "us", Goal.Context);
        report.Add("cedar_one_policy_vs_decision", timings[2].RatioTo(timings[0]), "ratio", Goal.Context);
    }

    private static void Agree(CompiledPolicy policy, Pairs pairs, CedarProcess cedar, string style)
    {
        var ours = string.Concat(Enumerable.Range(0, pairs.Count).Select(i => IsAllowed(policy, pairs, i) ? '1' : '0'));
        var theirs = cedar.Ask(CedarQuestion.Text(policy, pairs, style));
        if (ours != theirs)
            throw new InvalidOperationException($"Cedar decides otherwise ({style}):\nours   {ours}\ntheirs {theirs}");
    }

    private static long DecideAll(CompiledPolicy policy, Pairs pairs)
    {
        long sum = 0;
        for (var i = 0; i < pairs.Count; i++)
            sum += IsAllowed(policy, pairs, i) ? 1 : 0;
        return sum;
    }

    private static bool IsAllowed(CompiledPolicy policy, Pairs pairs, int i) =>
        Reach.Decide(policy, pairs.Subjects[i], pairs.Others[i], AccessKind.None, 0, Flows.Both).IsAllowed;
}
