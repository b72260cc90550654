using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Bench.Harness;

namespace Cofferdam.Bench.Decisions;

/// <summary>What the monitor's decisions about whole operations take, and that they allocate nothing.</summary>
internal static class OperationCosts
{
    private const int Batch = 100;

    private static readonly Plan Plan = new(TimeSpan.FromSeconds(4), 40, TimeSpan.FromMilliseconds(0.2), 1, Clock.Wall);

    /// <summary>Measures.</summary>
    public static void Measure(Report report, SignedPolicy signed)
    {
        var scene = new HostScene(signed);
        var cases = new OperationCases(scene).All();
        report.Say($"host: {scene.State.Domains.Values.Count(domain => domain.IsLive)} live domains of {scene.State.Domains.Count}");
        var timings = Interleaving.Run(Plan, [.. cases.Select(one => new Contender(one.Name, Batch, () => Decide(one)))]);
        var bytes = cases.Select(one => Allocations.BytesPerOperation(Batch, Batch, () => Decide(one))).ToList();
        report.Add("decisions about whole operations", Table(timings, bytes));
        report.Add("bytes_allocated_per_operation_decision", bytes.Max(), "bytes", Goal.AtMost(0));
    }

    private static TextTable Table(Timing[] timings, List<double> bytes)
    {
        var table = new TextTable("", "median ns", "min ns", "bytes");
        for (var i = 0; i < timings.Length; i++)
            table.Add(timings[i].Name, Text(timings[i].Median), Text(timings[i].Min), Text(bytes[i]));
        return table;
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static long Decide(OperationCase one)
    {
        long sum = 0;
        for (var i = 0; i < Batch; i++)
            sum += one.Operation.Decide(one.State).IsAllowed ? 1 : 0;
        return sum;
    }
}
