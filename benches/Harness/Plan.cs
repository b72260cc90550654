using System;

namespace Cofferdam.Bench.Harness;

/// <summary>How a comparison is measured, and how long it takes.</summary>
/// <param name="WarmUp">Warm-up of all contenders together; long enough that the last tier of the compiler has what is measured.</param>
/// <param name="Rounds">Rounds; in each one every contender is measured twice.</param>
/// <param name="Sample">About how long one sample takes.</param>
/// <param name="Settle">Batches before each sample that are not counted, so that none pays for what another left in the caches.</param>
/// <param name="Now">What time is measured with (<see cref="Clock"/>).</param>
internal sealed record Plan(TimeSpan WarmUp, int Rounds, TimeSpan Sample, int Settle, Func<TimeSpan> Now)
{
    /// <summary>For what takes nanoseconds.</summary>
    public static Plan Short { get; } = new(TimeSpan.FromSeconds(2), 1000, TimeSpan.FromMilliseconds(0.2), 16, Clock.Wall);

    /// <summary>For what takes milliseconds: a sample is one operation, and comes as cold as after something else.</summary>
    public static Plan Long { get; } = new(TimeSpan.FromSeconds(4), 300, TimeSpan.Zero, 0, Clock.Processor);
}
