using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Bench.Harness;

/// <summary>What a contender took, sample by sample, in nanoseconds for one operation.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Samples">Two for each round: there and back.</param>
internal sealed record Timing(string Name, IReadOnlyList<double> Samples)
{
    /// <summary>The median sample.</summary>
    public double Median => Middle(Samples);

    /// <summary>The quickest sample: what remains when the rest of the machine keeps still.</summary>
    public double Min => Samples.Min();

    /// <summary>How many times as long as another one it took: the median over there and back, where both ran side by side.</summary>
    public double RatioTo(Timing other) => Middle(Samples.Zip(other.Samples, (mine, theirs) => mine / theirs));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
