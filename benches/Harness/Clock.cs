using System;
using System.Diagnostics;

namespace Cofferdam.Bench.Harness;

/// <summary>What time is measured with.</summary>
internal static class Clock
{
    /// <summary>The clock on the wall: for other processes, and for samples much shorter than what a machine gives to others.</summary>
    public static Func<TimeSpan> Wall { get; } = () => Stopwatch.GetElapsedTime(0);

    /// <summary>What this process has had of the processor: for longer work of one thread on a machine that has other work too.</summary>
    public static Func<TimeSpan> Processor { get; } = () => Environment.CpuUsage.TotalTime;
}
