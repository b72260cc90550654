using System;
using System.Diagnostics;

namespace Cofferdam.Bench.Harness;

/// <summary>One side of a comparison: some work that is timed as a batch of many operations.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="operations">Operations in a batch.</param>
/// <param name="batch">Does a batch, and returns something that depends on every operation in it.</param>
internal sealed class Contender(string name, int operations, Func<long> batch)
{
    private readonly int _operations = operations;
    private int _repeats = 1;

    /// <summary>What the table calls it.</summary>
    public string Name { get; } = name;

    /// <summary>All that batches returned: what is added up here cannot be optimised away.</summary>
    public long Sum { get; private set; }

    /// <summary>Sets how often the batch is repeated for one sample, so that a sample takes about this long.</summary>
    public void Calibrate(TimeSpan sample)
    {
        var once = Math.Max(1, Time(1));
        _repeats = (int)Math.Clamp(sample.TotalNanoseconds / once, 1, 1 << 20);
    }

    /// <summary>Does the batch once.</summary>
    public long Once() => batch();

    /// <summary>Nanoseconds of one operation, over one sample.</summary>
    public double Sample() => Time(_repeats) / ((double)_repeats * _operations);

    private double Time(int repeats)
    {
        long sum = 0;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
            sum = unchecked(sum + batch());
        var elapsed = Stopwatch.GetElapsedTime(start);
        Sum = unchecked(Sum + sum);
        return elapsed.TotalNanoseconds;
    }
}
