using Cofferdam.Tests.Kit.Damage;
using Xunit;

namespace Cofferdam.Tests.Unit.Damage;

/// <summary>A slice of the campaign <c>image-damage</c>, the same in every run.</summary>
[Trait("Requirement", "POL-1")]
[Trait("Requirement", "ISO-1")]
public sealed class MutationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_damage_is_refused_or_leaves_a_valid_policy(ulong seed)
    {
        const int steps = 2_500;
        var run = new MutationRun(seed);
        for (var step = 0; step < steps; step++)
            run.Step(step);
        output.WriteLine(run.Counts.ToString());
        Assert.Empty(run.Failures);
        Assert.Equal(steps, run.Counts.RefusedInPlace + run.Counts.Dropped);
        // If hardly any were accepted, or hardly any refused, the mutator would be of no use.
        Assert.InRange(run.Counts.Accepted, steps / 10, steps / 2);
        Assert.True(run.Counts.Errors.Count >= 11, "every kind of error is met");
    }

    [Fact]
    public void The_same_seed_takes_the_same_way()
    {
        var (one, other) = (new MutationRun(3), new MutationRun(3));
        for (var step = 0; step < 300; step++)
            one.Step(step);
        for (var step = 299; step >= 0; step--)
            other.Step(step);
        Assert.Equal((one.Counts.Accepted, one.Counts.Refused), (other.Counts.Accepted, other.Counts.Refused));
        Assert.Equivalent(one.Counts.Errors, other.Counts.Errors);
    }
}
