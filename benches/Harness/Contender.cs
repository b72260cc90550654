using System;

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

    /// <summary>Sets how often the batch is repeated for one sample, so that a sample takes about as long as the plan says.</summary>
    public void Calibrate(Plan plan)
    {
        const int several = 4;
        var once = Math.Max(1, Time(several, Clock.Wall) / several);
        _repeats = (int)Math.Clamp(plan.Sample.TotalNanoseconds / once, 1, 1 << 20);
    }

    /// <summary>Does the batch once.</summary>
    public long Once() => batch();

    /// <summary>Nanoseconds of one operation, over one sample.</summary>
    public double Sample(Plan plan)
    {
        Time(Math.Min(plan.Settle, _repeats), Clock.Wall);
        return Time(_repeats, plan.Now) / ((double)_repeats * _operations);
    }

    private double Time(int repeats, Func<TimeSpan> now)
    {
        long sum = 0;
        var start = now();
        for (var i = 0; i < repeats; i++)
            sum = unchecked(sum + batch());
        var elapsed = now() - start;
        Sum = unchecked(Sum + sum);
        return elapsed.TotalNanoseconds;
    }
}
