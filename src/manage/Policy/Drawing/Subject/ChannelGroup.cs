using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>Channels that are alike: of the same kind and port, between labels that are drawn as one.</summary>
/// <param name="First">The one that is drawn.</param>
/// <param name="Members">All of them.</param>
internal sealed record ChannelGroup(DrawnChannel First, IReadOnlyList<DrawnChannel> Members)
{
    private const int Named = 100;

    /// <summary>Name of the first, and how many there are besides.</summary>
    public string Name => Members.Count == 1 ? First.Name : $"{First.Name} +{Members.Count - 1}";

    /// <summary>All names, the first of them where they are very many.</summary>
    public string Names =>
        string.Join(", ", Members.Take(Named).Select(channel => channel.Name)) + (Members.Count > Named ? $" and {Members.Count - Named} more" : "");

    /// <summary>The channels of a policy, those put together that join labels drawn as one.</summary>
    public static IReadOnlyList<ChannelGroup> Of(DrawnPolicy policy, IReadOnlyList<FaceGroup> groups)
    {
        var place = new int[policy.Faces.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var face in groups[i].Members)
                place[face.Index] = i;
        }
        return [.. policy.Channels
            .GroupBy(channel => (place[channel.From.Index], place[channel.To.Index], channel.Kind, channel.Port, channel.Flows))
            .Select(alike => new ChannelGroup(alike.First(), [.. alike]))];
    }
}
