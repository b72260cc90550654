using Cofferdam.Bench.Harness;

namespace Cofferdam.Bench;

/// <summary>A benchmark: it has a name, and measures something beside a peer in the same run.</summary>
internal interface IBench
{
    /// <summary>What it is called on the command line and in its last line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    string Purpose { get; }

    /// <summary>Measures.</summary>
    void Run(Report report);
}
