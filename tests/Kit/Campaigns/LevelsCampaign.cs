using System.IO;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Campaigns.Surveys;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>A label for every range of levels up to a size, and every access between any two (ISO-3, POL-5). Takes no seed: it leaves nothing out.</summary>
public sealed class LevelsCampaign : ICampaign
{
    /// <inheritdoc/>
    public string Name => "levels";

    /// <inheritdoc/>
    public string Purpose => "a label for every range of secrecy and integrity up to a size: every access between any two is decided as the oracle does";

    /// <summary>Surveys one policy.</summary>
    /// <returns>The number of differences.</returns>
    public static int Ask(PolicyContent content, bool frames, TextWriter output)
    {
        var clock = new CampaignClock(null);
        var survey = new Survey(content, [1]);
        var difference = survey.Run(frames);
        output.WriteLine($"{content.Name}: {content.Labels.Count} labels, {survey.Asked} answers compared ({clock.Seconds:F1} s)");
        if (difference is not null)
            output.WriteLine(difference);
        return difference is null ? 0 : 1;
    }

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output) =>
        Ask(LevelPolicies.All(2, 1, 2), true, output) + Ask(LevelPolicies.All(2, 2, 2), true, output) + Ask(LevelPolicies.All(3, 2, 3), false, output);
}
