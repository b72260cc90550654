using System;

namespace Cofferdam.Bench.Harness;

/// <summary>How long a comparison takes.</summary>
/// <param name="WarmUp">Warm-up of all contenders together; long enough that the last tier of the compiler has what is measured.</param>
/// <param name="Rounds">Rounds; in each one every contender is measured twice.</param>
/// <param name="Sample">About how long one sample takes.</param>
internal sealed record Plan(TimeSpan WarmUp, int Rounds, TimeSpan Sample)
{
    /// <summary>For what takes nanoseconds.</summary>
    public static Plan Short { get; } = new(TimeSpan.FromSeconds(2), 150, TimeSpan.FromMilliseconds(2));

    /// <summary>For what takes milliseconds: a sample is one operation.</summary>
    public static Plan Long { get; } = new(TimeSpan.FromSeconds(4), 500, TimeSpan.Zero);
}
