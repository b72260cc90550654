using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>Leaves out labels of two types of which the wall left one.</summary>
internal static class WholePairs
{
    public static PolicyContent WithWholePairs(this PolicyContent content)
    {
        var pairs = content.Labels.Where(label => label.Name.Contains('+', System.StringComparison.Ordinal));
        var broken = pairs.Where(label => label.Types.Count < 2).Select(label => label.Name).ToHashSet();
        return content with
        {
            Labels = [.. content.Labels.Where(label => !broken.Contains(label.Name))],
            Keys = [.. content.Keys.Where(key => key.Role != KeyRole.Spec || !broken.Contains(key.Label!))],
        };
    }
}
