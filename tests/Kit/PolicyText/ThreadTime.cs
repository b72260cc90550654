using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>
/// The time that this thread has run on a processor, where the system says it; else the time of the clock. A busy machine does not make it longer.
/// </summary>
internal static class ThreadTime
{
    private const string Statistics = "/proc/thread-self/schedstat";

    private static readonly bool IsKnown = File.Exists(Statistics);

    /// <summary>Time so far; only differences mean anything.</summary>
    public static TimeSpan Now => IsKnown
        ? TimeSpan.FromTicks(long.Parse(File.ReadAllText(Statistics).Split(' ')[0], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);
}
