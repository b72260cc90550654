using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>Lists under the pictures: conflict sets, channels, labels that are drawn as one. Each is bounded and says what it leaves out.</summary>
internal static class PolicyLists
{
    private const int Most = 40;
    private const int WallLines = 3;
    private const int GroupLines = 2;
    private const double ArrowWidth = 30;

    /// <summary>What may not be together.</summary>
    public static void Walls(Page page, DrawnPolicy policy, bool numbered)
    {
        if (policy.Walls.Sets.Count == 0)
            return;
        page.Heading("Kept apart");
        foreach (var set in policy.Walls.Sets.Take(Most))
            Wall(page, set, numbered && policy.Walls.Sets.Count > 1);
        More(page, policy.Walls.Sets.Count, "conflict sets");
    }

    /// <summary>What may be opened.</summary>
    public static void Channels(Page page, DrawnPolicy policy, IReadOnlyList<FaceGroup> groups)
    {
        var channels = ChannelGroup.Of(policy, groups);
        if (channels.Count == 0)
            return;
        page.Heading("Channels", "the label at the left may open it; arrows show where information moves");
        var columns = ChannelColumns.Of([.. channels.Take(Most)]);
        foreach (var channel in channels.Take(Most))
            Channel(page, channel, columns);
        More(page, channels.Count, "channels");
    }

    /// <summary>Who is drawn as one.</summary>
    public static void Groups(Page page, IReadOnlyList<FaceGroup> groups)
    {
        var large = groups.Where(group => group.More > 0).ToList();
        if (large.Count == 0)
            return;
        page.Heading("Drawn as one", "labels that may do the same with everyone, and with each other");
        var room = ChannelColumns.Room(large.Select(group => group.First));
        foreach (var group in large.Take(Most))
            Group(page, group, room);
        More(page, large.Count, "groups");
    }

    private static void Wall(Page page, WallSet set, bool numbered)
    {
        var x = Page.Margin + 30;
        page.Canvas.Open($"{set.Name}: {set.Text}");
        Signs.Wall(page.Canvas, new Box(Page.Margin, page.Y + 1, 22, 14));
        var bold = TextStyle.Body with { Bold = true };
        var name = TextWidth.FitName((numbered ? $"{set.Number.ToString(CultureInfo.InvariantCulture)}  " : "") + set.Name, page.Inner * 0.3, bold);
        page.Canvas.Text(x, page.Y + 8, name, bold.In(Palette.Wall));
        page.Paragraph(x + TextWidth.Of(name, bold) + 12, set.Text, WallLines);
        page.Canvas.Close();
    }

    private static void Channel(Page page, ChannelGroup group, ChannelColumns columns)
    {
        var (channel, y) = (group.First, page.Y + 8);
        var what = $"{channel.KindText}, {Direction(channel)}{(channel.Why.Length > 0 ? $" ({channel.Why})" : "")}";
        page.Canvas.Open($"{group.Names}: {channel.From.Name} to {channel.To.Name}, {what}");
        page.Canvas.Text(Page.Margin, y, TextWidth.FitName(group.Name, columns.Name, TextStyle.Body), TextStyle.Body);
        var x = End(page, Page.Margin + columns.Name + 16, y, channel.From, columns.From);
        Signs.Arrow(page.Canvas, new Point(x, y), ArrowWidth, channel.Flows, Paint.Line(Palette.Channel, 1.8));
        x = End(page, x + ArrowWidth + 12, y, channel.To, columns.To);
        page.Paragraph(x, what, 1);
        page.Canvas.Close();
    }

    private static double End(Page page, double x, double y, Face face, double room)
    {
        Badge.Draw(page.Canvas, new Point(x, y), face, BadgeSize.Small);
        page.Canvas.Text(x + BadgeSize.Small.Width + 9, y, TextWidth.FitName(face.Name, room, TextStyle.Body), TextStyle.Body);
        return x + BadgeSize.Small.Width + 9 + room + 14;
    }

    private static string Direction(DrawnChannel channel) => channel.Flows switch
    {
        Flows.Out => "one way",
        Flows.In => "only read",
        _ => "both ways",
    };

    private static void Group(Page page, FaceGroup group, double room)
    {
        page.Canvas.Open(string.Join(", ", group.Members.Select(face => face.Name)));
        var x = End(page, Page.Margin, page.Y + 8, group.First, room);
        page.Paragraph(x, $"and {group.More} more: {string.Join(", ", group.Members.Skip(1).Select(face => face.Name))}", GroupLines);
        page.Canvas.Close();
    }

    private static void More(Page page, int count, string what)
    {
        if (count > Most)
            page.Note($"and {count - Most} more {what}");
    }
}
