using System;

namespace Cofferdam.Bench.Harness;

/// <summary>Counts the bytes that some work allocates.</summary>
internal static class Allocations
{
    /// <summary>Bytes that this thread allocates for one operation.</summary>
    /// <param name="repeats">How often the batch is done.</param>
    /// <param name="operations">Operations in a batch.</param>
    /// <param name="batch">The work, warmed up.</param>
    public static double BytesPerOperation(int repeats, int operations, Func<long> batch)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < repeats; i++)
            batch();
        var after = GC.GetAllocatedBytesForCurrentThread();
        return (after - before) / ((double)repeats * operations);
    }
}
