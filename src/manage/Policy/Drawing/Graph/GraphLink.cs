using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Channels between two boxes that have the same directions and are opened by the same side: one line of the map.</summary>
/// <param name="From">The node that may open them.</param>
/// <param name="To">The other node.</param>
/// <param name="Flows">Where information may move, seen from the one that opens.</param>
/// <param name="Channels">The channels.</param>
internal sealed record GraphLink(int From, int To, Flows Flows, IReadOnlyList<ChannelGroup> Channels)
{
    private const int MostNamed = 3;

    /// <summary>Where the line begins when information is to move from left to right.</summary>
    public int Source => Flows == Flows.In ? To : From;

    /// <summary>Where it ends.</summary>
    public int Target => Flows == Flows.In ? From : To;

    /// <summary>Kinds and ports.</summary>
    public string Text
    {
        get
        {
            var kinds = Channels.Select(channel => channel.First.Kind).Where(kind => kind != AccessKind.Vsock).Distinct().Order();
            var ports = Channels.Where(channel => channel.First.Kind == AccessKind.Vsock).Select(channel => channel.First.Port).Order().ToList();
            var more = ports.Count > MostNamed ? $" +{ports.Count - MostNamed}" : "";
            var vsock = ports.Count == 0 ? "" : $"vsock {string.Join(", ", ports.Take(MostNamed))}{more}";
            return string.Join(", ", kinds.Select(kind => KindName.Of(kind, 0)).Prepend(vsock).Where(text => text.Length > 0));
        }
    }

    /// <summary>Names of the channels and why they are there.</summary>
    public string Tip => string.Join("; ", Channels.Take(20).Select(channel => $"{channel.Name}: {TipOf(channel.First)}"));

    private static string TipOf(DrawnChannel channel)
    {
        var text = $"{channel.From.Name} may open {channel.KindText} to {channel.To.Name}";
        return channel.Why.Length > 0 ? $"{text} ({channel.Why})" : text;
    }
}
