using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>The marks that stand beside colours.</summary>
internal static class Signs
{
    /// <summary>A wall of bricks: kept apart.</summary>
    public static void Wall(SvgCanvas canvas, Box box)
    {
        canvas.Rect(box, new Paint(Palette.Wall), 1);
        var third = box.Height / 3;
        var mortar = new PathData();
        for (var line = 1; line <= 2; line++)
            mortar.MoveTo(box.X, box.Y + line * third).LineTo(box.Right, box.Y + line * third);
        foreach (var (across, row) in new[] { (0.5, 0), (0.25, 1), (0.75, 1), (0.5, 2) })
            mortar.MoveTo(box.X + across * box.Width, box.Y + row * third).LineTo(box.X + across * box.Width, box.Y + (row + 1) * third);
        canvas.Path(mortar, Paint.Line(Palette.Paper, box.Height > 12 ? 1.2 : 0.8));
    }

    /// <summary>Bricks in outline.</summary>
    public static void BrickLines(PathData lines, Box box)
    {
        var half = box.Height / 2;
        for (var line = 0; line <= 2; line++)
            lines.MoveTo(box.X, box.Y + line * half).LineTo(box.Right, box.Y + line * half);
        lines.MoveTo(box.X + box.Width / 3, box.Y).LineTo(box.X + box.Width / 3, box.Y + half);
        lines.MoveTo(box.X + box.Width * 2 / 3, box.Y + half).LineTo(box.X + box.Width * 2 / 3, box.Bottom);
    }

    /// <summary>A shield: a guard, which decides what passes.</summary>
    public static void Shield(SvgCanvas canvas, Box box)
    {
        var (waist, tip) = (box.Y + 0.55 * box.Height, new Point(box.CenterX, box.Bottom));
        var outline = new PathData().MoveTo(box.X, box.Y + 0.12 * box.Height).LineTo(box.CenterX, box.Y)
            .LineTo(box.Right, box.Y + 0.12 * box.Height).LineTo(box.Right, waist)
            .CurveTo(new(box.Right, box.Y + 0.8 * box.Height), new(box.CenterX + 0.2 * box.Width, box.Y + 0.95 * box.Height), tip)
            .CurveTo(new(box.CenterX - 0.2 * box.Width, box.Y + 0.95 * box.Height), new(box.X, box.Y + 0.8 * box.Height), new(box.X, waist))
            .Close();
        canvas.Path(outline, new Paint(Palette.GuardTint, Palette.Guard, 1.4));
        var tick = new PathData().MoveTo(box.X + 0.27 * box.Width, box.Y + 0.48 * box.Height)
            .LineTo(box.X + 0.45 * box.Width, box.Y + 0.66 * box.Height)
            .LineTo(box.X + 0.75 * box.Width, box.Y + 0.3 * box.Height);
        canvas.Path(tick, Paint.Line(Palette.Guard, 1.4));
    }

    /// <summary>A horizontal arrow; Out points right, In left.</summary>
    public static void Arrow(SvgCanvas canvas, Point left, double length, Flows flows, Paint line)
    {
        var head = 2.2 + 1.6 * line.Width;
        var right = left with { X = left.X + length };
        var start = flows.HasFlag(Flows.In) ? left.X + head * 0.9 : left.X;
        var end = flows.HasFlag(Flows.Out) ? right.X - head * 0.9 : right.X;
        canvas.Line(left with { X = start }, left with { X = end }, line);
        if (flows.HasFlag(Flows.Out))
            Head(canvas, right, 1, head, line.Stroke);
        if (flows.HasFlag(Flows.In))
            Head(canvas, left, -1, head, line.Stroke);
    }

    /// <summary>The head of an arrow: its tip, and 1 to point right or -1 to point left.</summary>
    public static void Head(SvgCanvas canvas, Point tip, int direction, double size, string color)
    {
        var back = tip.X - direction * size;
        var half = size * 0.62;
        canvas.Path(new PathData().MoveTo(tip.X, tip.Y).LineTo(back, tip.Y - half).LineTo(back, tip.Y + half).Close(), new Paint(color));
    }
}
