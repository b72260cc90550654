using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>The first thing in which oracle and monitor differ.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Expected">What the oracle has.</param>
/// <param name="Actual">What the monitor has.</param>
/// <param name="Trail">What was done until then.</param>
public sealed record Difference(string What, string Expected, string Actual, IReadOnlyList<string> Trail)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"""
        {What}
          oracle:  {Expected}
          monitor: {Actual}
          after:
            {string.Join("\n    ", Trail)}
        """;
}
