namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>A rectangle of a picture.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CenterX => X + Width / 2;

    public double CenterY => Y + Height / 2;

    /// <summary>The same, smaller by this much on every side; larger for a negative amount.</summary>
    public Box Inset(double by) => new(X + by, Y + by, Width - 2 * by, Height - 2 * by);

    /// <summary>A box of this size around the same middle.</summary>
    public Box Centered(double width, double height) => new(CenterX - width / 2, CenterY - height / 2, width, height);

    /// <summary>True when they have an area in common; touching is none.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>True when the other lies inside.</summary>
    public bool Contains(Box other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}
