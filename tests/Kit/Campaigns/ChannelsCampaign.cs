using System.Collections.Generic;
using System.IO;
using System.Linq;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Campaigns.Surveys;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>Every choice of channels between two labels, then random ones among three: every access is asked (ISO-3, POL-5).</summary>
public sealed class ChannelsCampaign : ICampaign
{
    private const int FullLength = 20_000;

    /// <inheritdoc/>
    public string Name => "channels";

    /// <inheritdoc/>
    public string Purpose => "every choice of channels between two labels, random ones among three: every access is decided as the oracle does";

    /// <summary>Surveys policies.</summary>
    /// <returns>The number of differences.</returns>
    public static int Ask(IEnumerable<PolicyContent> policies, CampaignClock clock, TextWriter output)
    {
        var (count, asked, differences) = (0, 0L, 0);
        foreach (var content in policies.TakeWhile(_ => !clock.IsOver))
        {
            var survey = new Survey(content, ChannelPolicies.Ports);
            if (survey.Run(frames: true) is { } difference)
            {
                differences++;
                output.WriteLine(difference);
            }
            (count, asked) = (count + 1, asked + survey.Asked);
        }
        output.WriteLine($"{count} policies, {asked} answers compared ({clock.Seconds:F1} s)");
        return differences;
    }

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        var clock = new CampaignClock(options.Budget);
        var choices = Choices.From(options.Seed);
        return Ask(Enumerable.Range(0, ChannelPolicies.Choices).Select(ChannelPolicies.OfPair), clock, output)
            + Ask(Enumerable.Range(0, FullLength).Select(_ => ChannelPolicies.OfThree(choices)), clock, output);
    }
}
