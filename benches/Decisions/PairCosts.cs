using System;
using Cofferdam.Bench.Harness;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>What decisions about two labels take, and that they allocate nothing.</summary>
internal static class PairCosts
{
    /// <summary>Measures.</summary>
    public static void Measure(Report report, SignedPolicy signed)
    {
        var policy = signed.Policy;
        var contenders = new PairContenders(policy);
        var hot = Pairs.Hot(signed.LabelIndex(RealisticPolicy.Label(0, 1)), signed.LabelIndex(RealisticPolicy.Label(0, 6)));
        var random = Pairs.Random(policy);
        var mixed = Pairs.Mixed(policy);
        var channel = Pairs.WithChannel(policy, AccessKind.Vsock);
        var bytes = Math.Max(Compare(report, contenders, hot, true), Compare(report, contenders, random, true));
        bytes = Math.Max(bytes, Math.Max(Compare(report, contenders, mixed, false), Compare(report, contenders, channel, false)));
        report.Add("bytes_allocated", bytes, "bytes", Goal.AtMost(0));
    }

    /// <summary>Measures one kind of pairs.</summary>
    /// <returns>Bytes that a decision allocated.</returns>
    private static double Compare(Report report, PairContenders contenders, Pairs pairs, bool hasGoal)
    {
        var timings = Interleaving.Run(Plan.Short, contenders.ArrayRead(pairs), contenders.Decide(pairs), contenders.Call(pairs));
        report.Add($"{pairs.Name} pairs, to a vsock port, beside an array read", timings);
        report.Add($"{pairs.Name}_vs_array_read", timings[1].RatioTo(timings[0]), "ratio", hasGoal ? Goal.AtMost(3) : Goal.Context);
        report.Add($"{pairs.Name}_by_call_vs_array_read", timings[2].RatioTo(timings[0]), "ratio", Goal.Context);
        var looked = Interleaving.Run(Plan.Short, contenders.Decide(pairs), contenders.Frozen(pairs));
        report.Add($"{pairs.Name} pairs, to a vsock port, beside a dictionary of all 1,000,000 pairs", looked);
        report.Add($"frozen_dictionary_vs_{pairs.Name}", looked[1].RatioTo(looked[0]), "ratio", hasGoal ? Goal.Above(1) : Goal.Context);
        return Allocations.BytesPerOperation(16, PairContenders.Batch, contenders.Decide(pairs).Once);
    }
}
