using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Plain;

/// <summary>Lists under the pictures, in text.</summary>
internal static class PlainLists
{
    private const int Most = 200;
    private const int LeastRest = 30;

    /// <summary>The sign of a wall in text.</summary>
    public const string WallSign = "▦";

    public static void Walls(PlainPage page, DrawnPolicy policy)
    {
        if (policy.Walls.Sets.Count == 0)
            return;
        page.Heading("Kept apart");
        foreach (var set in policy.Walls.Sets.Take(Most))
            page.Wrapped($"  {WallSign} {set.Name}: ", set.Text, 6);
        More(page, policy.Walls.Sets.Count, "conflict sets");
    }

    public static void Channels(PlainPage page, DrawnPolicy policy, IReadOnlyList<FaceGroup> groups)
    {
        var channels = ChannelGroup.Of(policy, groups);
        if (channels.Count == 0)
            return;
        page.Heading("Channels (the label at the left may open it)");
        var arrows = channels.Max(channel => Arrow(channel.First).Length);
        var most = (page.Width - arrows - LeastRest) / 2;
        var (from, to) = (Widest(channels, most, channel => channel.From), Widest(channels, most, channel => channel.To));
        foreach (var channel in channels.Take(Most))
        {
            var (left, right) = (PlainGrid.Label(channel.First.From), PlainGrid.Label(channel.First.To));
            var line = $"  {Columns.Name(left, from)}  {Columns.Pad(Arrow(channel.First), arrows)}  {Columns.Name(right, to)}  ";
            page.Line(line + channel.Name + Why(channel.First.Why));
        }
        More(page, channels.Count, "channels");
    }

    public static void Groups(PlainPage page, IReadOnlyList<FaceGroup> groups)
    {
        var large = groups.Where(group => group.More > 0).ToList();
        if (large.Count == 0)
            return;
        page.Heading("Shown as one: labels that may do the same with everyone, and with each other");
        foreach (var group in large)
            page.Wrapped($"  {PlainGrid.Label(group.First)} +{group.More}: ", string.Join(", ", group.Members.Skip(1).Select(face => face.Name)), 6);
    }

    private static int Widest(IReadOnlyList<ChannelGroup> channels, int most, Func<DrawnChannel, Face> end) =>
        Math.Min(most, channels.Max(channel => Columns.Of(PlainGrid.Label(end(channel.First)))));

    private static string Arrow(DrawnChannel channel) => channel.Flows switch
    {
        Flows.Out => $"── {channel.KindText} ─▶",
        Flows.In => $"◀─ {channel.KindText} ──",
        _ => $"◀─ {channel.KindText} ─▶",
    };

    private static string Why(string why) => why.Length > 0 ? $" ({why})" : "";

    private static void More(PlainPage page, int count, string what)
    {
        if (count > Most)
            page.Line($"  and {count - Most} more {what}");
    }
}
