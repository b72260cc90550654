using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Draws the mark of a label on its colour, with a shield when it is a guard.</summary>
internal static class Badge
{
    private const double Margin = 4;

    /// <summary>Draws a badge; its left edge and its middle are given.</summary>
    public static void Draw(SvgCanvas canvas, Point leftMiddle, Face face, BadgeSize size)
    {
        var box = new Box(leftMiddle.X, leftMiddle.Y - size.Height / 2, size.Width, size.Height);
        var style = new TextStyle(size.Font, Palette.Paper, Bold: true, Anchor.Middle);
        canvas.Rect(box, new Paint(face.Color), size.Height / 4);
        canvas.Text(box.CenterX, box.CenterY, TextWidth.Fit(face.Mark, size.Width - Margin, style), style);
        if (face.IsGuard)
            Signs.Shield(canvas, new Box(box.Right - size.Height * 0.3, box.Y - size.Height * 0.25, size.Height * 0.5, size.Height * 0.62));
    }
}
