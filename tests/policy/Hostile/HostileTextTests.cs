using Cofferdam.Tests.Kit.PolicyText;
using Xunit;

namespace Cofferdam.Tests.Policy.Hostile;

/// <summary>No text makes the checker throw, take over a second or memory without bound, or name a place that is not there.</summary>
[Trait("Requirement", "POL-2")]
public sealed class HostileTextTests
{
    private const int Steps = 4_000;

    public static TheoryData<string> Names => new(HostileTexts.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_that_is_made_to_hurt_is_refused_in_time(string name)
    {
        var counts = new ProjectDamageCounts();
        Assert.Empty(new ProjectProbe(counts).Problems(HostileTexts.All[name]()));
        Assert.Equal(0, counts.Accepted);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {counts}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_is_refused_with_a_place_or_is_a_valid_policy(ulong seed)
    {
        var run = new ProjectDamageRun(seed, ExampleProject.TwoBanks);
        for (var step = 0; step < Steps; step++)
            run.Step(step);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {run.Counts}");
        Assert.Empty(run.Failures);
        Assert.InRange(run.Counts.Accepted, Steps / 50, Steps);
    }
}
