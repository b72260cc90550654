using System;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>How the text of boxes and lines looks, and the room that it needs.</summary>
internal static class NodeText
{
    /// <summary>Left of the text in a box: the badge.</summary>
    public const double Indent = 58;

    /// <summary>The widest box.</summary>
    public const double MostBox = 240;

    /// <summary>Room for text in the widest box.</summary>
    public const double MostRoom = MostBox - Indent - After;

    private const double After = 12;

    public static TextStyle Name { get; } = new(13, Palette.Ink, Bold: true);

    public static TextStyle LineStyle { get; } = new(11, Palette.Channel, Anchor: Anchor.Middle);

    public static TextStyle RailStyle { get; } = new(10, Palette.Share, Bold: true);

    /// <summary>What the sign of a wall says in its second line.</summary>
    public static string Rule(WallSet set) =>
        $"not {(set.Where == "host" ? "on one" : "in one")} {set.Where}{(set.KeepsHistory ? ", with history" : "")}";

    public static double Width(GraphNode node) =>
        Indent + After + node.Details.Select(detail => TextWidth.Of(detail, TextStyle.Small)).Append(TextWidth.Of(node.Group.First.Name, Name)).Max();

    public static double Width(WallSet set) =>
        Indent + After + Math.Max(TextWidth.Of(set.Name, Name), TextWidth.Of(Rule(set), TextStyle.Small));
}
