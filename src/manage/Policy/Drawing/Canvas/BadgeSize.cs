namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>How large badges are.</summary>
internal readonly record struct BadgeSize(double Width, double Height, double Font)
{
    public static BadgeSize Large { get; } = new(40, 22, 12);

    public static BadgeSize Small { get; } = new(32, 15, 9);
}
