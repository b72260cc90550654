using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>The signs of flows: each kind has its mark, its line and its colour.</summary>
internal static class FlowSigns
{
    public static string Color(FlowKind kind) => kind switch
    {
        FlowKind.Direct => Palette.Channel,
        FlowKind.Through => Palette.Through,
        _ => Palette.Guard,
    };

    public static string Tint(FlowKind kind) => kind switch
    {
        FlowKind.Direct => Palette.ChannelTint,
        FlowKind.Through => Palette.ThroughTint,
        _ => Palette.GuardTint,
    };

    /// <summary>The mark: a disc, a ring, or a shield.</summary>
    public static void Mark(SvgCanvas canvas, Point middle, double size, FlowKind kind)
    {
        if (kind == FlowKind.Guarded)
            Signs.Shield(canvas, new Box(middle.X, middle.Y, 0, 0).Centered(size * 0.95, size * 1.2));
        else if (kind == FlowKind.Direct)
            canvas.Circle(middle.X, middle.Y, size / 2, new Paint(Color(kind)));
        else
            canvas.Circle(middle.X, middle.Y, size / 2 - 1, new Paint(Palette.Paper, Color(kind), 2));
    }

    /// <summary>An arrow with the mark on it.</summary>
    public static void Arrow(SvgCanvas canvas, Box box, FlowKind kind)
    {
        var dash = kind switch { FlowKind.Direct => "", FlowKind.Through => "5 3", _ => "1.5 3" };
        var line = Paint.Line(Color(kind), kind == FlowKind.Direct ? 2.4 : 1.8, dash);
        Signs.Arrow(canvas, new Point(box.X, box.CenterY), box.Width, Flows.Out, line);
        Mark(canvas, new Point(box.X + box.Width * 0.36, box.CenterY), box.Height, kind);
    }
}
