using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Cofferdam.Tests.Knockout;

/// <summary>Whatever part of the monitor is switched off, a test notices; with everything switched on, none complains.</summary>
public sealed class KnockoutTests
{
    private const int LongestLine = 180;

    private static readonly Lazy<SwitchedMonitor> Monitor = new(SwitchedMonitor.Compile);
    private static readonly Lazy<SuiteContext> Suite = new(() => new SuiteContext(Monitor.Value));

    public static IEnumerable<TheoryDataRow<Knockout>> Parts =>
        Monitor.Value.Knockouts.Select(knockout => new TheoryDataRow<Knockout>(knockout) { TestDisplayName = $"{knockout}" });

    [Fact]
    public void With_every_part_switched_on_the_suite_passes() => Assert.Null(Suite.Value.FirstFailure(null));

    [Theory]
    [MemberData(nameof(Parts))]
    [Trait("Requirement", "ISO-1")]
    [Trait("Requirement", "ISO-4")]
    public void A_part_that_is_switched_off_is_missed(Knockout part)
    {
        var failure = Suite.Value.FirstFailure(part);
        Console.WriteLine($"{part} -> {Shortened(failure)}");
        Assert.NotNull(failure);
    }

    private static string Shortened(string? failure)
    {
        var line = failure?.Split('\n')[0] ?? "nobody misses it";
        return line.Length <= LongestLine ? line : line[..LongestLine] + "...";
    }
}
