using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Cofferdam.Bench.Harness;

/// <summary>
/// Measures contenders side by side. A round goes through them in their order and then backwards (A B B A), so that whatever drifts while
/// it lasts, such as the clock of the processor or what else the machine does, falls on all of them alike.
/// </summary>
internal static class Interleaving
{
    /// <summary>Warms up, then measures. The timings are in the order of the contenders.</summary>
    public static Timing[] Run(Plan plan, params Contender[] contenders)
    {
        WarmUp(plan, contenders);
        var samples = contenders.Select(_ => new List<double>(2 * plan.Rounds)).ToArray();
        for (var round = 0; round < plan.Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
                samples[i].Add(contenders[i].Sample(plan));
            for (var i = contenders.Length - 1; i >= 0; i--)
                samples[i].Add(contenders[i].Sample(plan));
        }
        return [.. contenders.Select((contender, i) => new Timing(contender.Name, samples[i]))];
    }

    private static void WarmUp(Plan plan, Contender[] contenders)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < plan.WarmUp)
        {
            foreach (var contender in contenders)
            {
                contender.Calibrate(plan);
                contender.Sample(plan);
            }
        }
    }
}
