using System;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Tests.Kit.Campaigns;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Everything together: random policies, random lives; <c>./campaign lockstep</c> goes on for as long as one likes.</summary>
[Trait("Requirement", "ISO-1")]
[Trait("Requirement", "POL-5")]
public sealed class CombinationTests(ITestOutputHelper output)
{
    private const int Steps = 200;

    [Fact]
    public void Lives_under_policies_of_up_to_sixty_labels_go_as_the_oracle_says() => PolicyGen.Tape(8000)
        .Sample(tape => Life(tape).Run(Steps) is null, output.WriteLine, iter: 40, print: Explain);

    [Fact]
    public void Lives_from_seeds_go_as_the_oracle_says_and_meet_every_rule()
    {
        var tally = new Tally();
        Assert.Equal(0, LockstepCampaign.Live(3, 200, new CampaignClock(null), tally, new TestReport(output)));

        // Limits are met by LimitTests; owner is a rule of what breaks, not of a decision.
        Assert.Equal(["limit", "owner"], Enum.GetValues<Rule>().Select(rule => rule.Id()).Except(tally.Rules));
    }

    private static RandomLife Life(uint[] tape) => new(Choices.From(tape), PolicyScale.Large);

    private static string Explain(uint[] tape)
    {
        var life = Life(tape);
        life.Run(Steps);
        return life.Explained?.ToString() ?? "";
    }
}
