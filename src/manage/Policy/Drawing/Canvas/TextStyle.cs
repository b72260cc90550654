namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>How text looks.</summary>
internal readonly record struct TextStyle(double Size, string Color, bool Bold = false, Anchor Anchor = Anchor.Start)
{
    public static TextStyle Title { get; } = new(20, Palette.Ink, Bold: true);

    public static TextStyle Heading { get; } = new(14, Palette.Ink, Bold: true);

    public static TextStyle Body { get; } = new(12, Palette.Ink);

    public static TextStyle Note { get; } = new(12, Palette.Muted);

    public static TextStyle Small { get; } = new(10, Palette.Muted);

    /// <summary>How far the base line lies under the middle of the letters.</summary>
    public double Drop => Size * 0.36;

    public TextStyle At(Anchor anchor) => this with { Anchor = anchor };

    public TextStyle In(string color) => this with { Color = color };
}
