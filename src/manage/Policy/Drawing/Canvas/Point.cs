namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>A point of a picture.</summary>
internal readonly record struct Point(double X, double Y);
