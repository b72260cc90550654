using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Campaigns;
using Cofferdam.Tests.Kit.Campaigns.Surveys;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Channels and levels, each alone and each exhaustively; <c>./campaign channels</c> and <c>./campaign levels</c> go further.</summary>
[Trait("Requirement", "ISO-3")]
[Trait("Requirement", "POL-5")]
public sealed class SurveyTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> ReachRules = ["sharing-granted", "channels", "sharing", "direction", "initiator", "secrecy", "integrity"];

    [Fact]
    public void Every_choice_of_channels_between_two_labels_is_decided_as_the_oracle_does()
    {
        var policies = Enumerable.Range(0, ChannelPolicies.Choices).Select(ChannelPolicies.OfPair);
        Assert.Equal(0, ChannelsCampaign.Ask(policies, new CampaignClock(null), new TestReport(output)));
    }

    [Theory]
    [InlineData(2, 1, 2, true)]
    [InlineData(3, 1, 2, true)]
    [InlineData(2, 2, 2, false)]
    public void Every_range_of_levels_is_decided_as_the_oracle_does(int secrecies, int categories, int integrities, bool frames) =>
        Assert.Equal(0, LevelsCampaign.Ask(LevelPolicies.All(secrecies, categories, integrities), frames, new TestReport(output)));

    [Fact]
    public void Surveys_meet_every_answer_that_reach_can_give()
    {
        var survey = new Survey(ChannelPolicies.OfPair(0b11111), ChannelPolicies.Ports);
        survey.Run(frames: true);
        var levels = new Survey(LevelPolicies.All(2, 1, 2), [1]);
        levels.Run(frames: false);
        var rules = survey.Answers.Keys.Concat(levels.Answers.Keys).Select(answer => answer.Split(' ')[^1]).ToHashSet();
        Assert.Superset(ReachRules, rules);
    }
}
