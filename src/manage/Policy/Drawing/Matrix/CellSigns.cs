using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>The signs in the cells of the matrix.</summary>
internal static class CellSigns
{
    private const string AnswerDash = "2 2";

    /// <summary>A label with itself.</summary>
    public static void Self(SvgCanvas canvas, Box box, Density density)
    {
        if (density == Density.Wide)
            canvas.Text(box.CenterX, box.CenterY, "itself", TextStyle.Note.At(Anchor.Middle));
        else
            canvas.Text(box.CenterX, box.CenterY, "=", new TextStyle(11, Palette.Muted, Anchor: Anchor.Middle));
    }

    /// <summary>Kept apart, with the numbers of the sets.</summary>
    public static void Wall(SvgCanvas canvas, Box box, string numbers, Density density)
    {
        var (width, height) = density == Density.Wide ? (26.0, 18.0) : (18, 13);
        var style = new TextStyle(density == Density.Wide ? 12 : 9, Palette.Wall, Bold: true);
        var text = TextWidth.Fit(numbers, box.Width - width - 10, style);
        var whole = width + (numbers.Length > 0 ? 4 + TextWidth.Of(text, style) : 0);
        var sign = box.Centered(whole, height) with { Width = width };
        Signs.Wall(canvas, sign);
        if (numbers.Length > 0)
            canvas.Text(sign.Right + 4, box.CenterY, text, style);
    }

    /// <summary>Kept apart, where something else is allowed: in the corner.</summary>
    public static void Corner(SvgCanvas canvas, Box box, string numbers, Density density)
    {
        var sign = density == Density.Wide ? new Box(box.Right - 18, box.Y + 3, 15, 9) : new Box(box.Right - 12, box.Y + 2, 10, 6);
        Signs.Wall(canvas, sign);
        var style = new TextStyle(9, Palette.Wall, Bold: true, Anchor.End);
        if (density == Density.Wide && numbers.Length > 0)
            canvas.Text(sign.X - 3, sign.CenterY, TextWidth.Fit(numbers, box.Width / 2, style), style);
    }

    /// <summary>Walls where there is no room for signs: bricks in outline, many cells at once.</summary>
    public static void Bricks(SvgCanvas canvas, IReadOnlyList<Box> cells)
    {
        var (ground, lines) = (new PathData(), new PathData());
        foreach (var cell in cells)
        {
            var box = cell.Inset(0.5);
            ground.MoveTo(box.X, box.Y).LineTo(box.Right, box.Y).LineTo(box.Right, box.Bottom).LineTo(box.X, box.Bottom).Close();
            Signs.BrickLines(lines, cell.Centered(12, 9));
        }
        canvas.Path(ground, new Paint(Palette.WallTint));
        canvas.Path(lines, Paint.Line(Palette.Wall, 0.9));
    }

    /// <summary>Sharing or a channel, with its arrow and what it is.</summary>
    public static void Pill(SvgCanvas canvas, Box box, CellMark mark, Density density)
    {
        var look = LookOf(mark);
        var style = new TextStyle(density == Density.Wide ? 11 : 9, look.Text, Bold: mark.IsShare);
        var arrow = density == Density.Wide ? 20.0 : 12;
        canvas.Rect(box, look.Frame, box.Height / 2);
        var words = density == Density.Wide ? mark.Text : KindName.Short(mark.Kind, mark.Port);
        var text = TextWidth.Fit(words, box.Width - arrow - 10, style);
        var whole = arrow + (text.Length > 0 ? 4 + TextWidth.Of(text, style) : 0);
        var left = new Point(box.CenterX - whole / 2, box.CenterY);
        Signs.Arrow(canvas, left, arrow, mark.Flows, Paint.Line(look.Text, density == Density.Wide ? 1.8 : 1.4));
        if (text.Length > 0)
            canvas.Text(left.X + arrow + 4, left.Y, text, style);
    }

    /// <summary>A pill with its arrow only.</summary>
    public static void Arrow(SvgCanvas canvas, Box box, CellMark mark)
    {
        var look = LookOf(mark);
        canvas.Rect(box, look.Frame, box.Height / 2);
        Signs.Arrow(canvas, new Point(box.X + 7, box.CenterY), box.Width - 14, mark.Flows, Paint.Line(look.Text, 1.8));
    }

    /// <summary>One sign for all that is allowed: a letter for its kind over an arrow; a number where there are several.</summary>
    public static void Dense(SvgCanvas canvas, Box box, IReadOnlyList<CellMark> marks)
    {
        var look = LookOf(marks[0]);
        var flows = marks.Aggregate(Flows.None, (all, mark) => all | mark.Flows);
        canvas.Rect(box.Inset(2), look.Frame, 2);
        var letter = marks.Count > 1 ? $"{marks.Count}" : Letter(marks[0]);
        canvas.Text(box.CenterX, box.CenterY - 3, letter, new TextStyle(8, look.Text, Bold: true, Anchor.Middle));
        Signs.Arrow(canvas, new Point(box.X + 4, box.Bottom - 5), box.Width - 8, flows, Paint.Line(look.Text, 0.8));
    }

    /// <summary>The letter that stands for a kind where there is no room for words.</summary>
    public static string Letter(CellMark mark) => mark.Kind switch
    {
        AccessKind.None => "S",
        AccessKind.Vsock => "v",
        AccessKind.Memory => "m",
        _ => "d",
    };

    private static (Paint Frame, string Text) LookOf(CellMark mark)
    {
        if (mark.IsShare)
            return (new Paint(Palette.ShareTint, Palette.ShareLine, 1.6), Palette.Share);
        return mark.IsAnswer
            ? (new Paint(Palette.Paper, Palette.Muted, 1, AnswerDash), Palette.Muted)
            : (new Paint(Palette.ChannelTint, Palette.ChannelLine), Palette.Channel);
    }
}
