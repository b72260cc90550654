using System;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>An entry of a legend.</summary>
/// <param name="Sample">Draws what it explains.</param>
/// <param name="Text">What that means.</param>
internal sealed record LegendItem(Action<SvgCanvas, Box> Sample, string Text)
{
    /// <summary>The shield of guards.</summary>
    public static LegendItem Guard { get; } =
        new((canvas, box) => Signs.Shield(canvas, box.Centered(13, 16)), "a guard: a label with a range of levels");

    /// <summary>An empty cell.</summary>
    public static LegendItem Empty(string text) =>
        new((canvas, box) => canvas.Rect(box.Centered(26, 17), new Paint(Palette.Paper, Palette.Grid)), $"empty: {text}");
}
