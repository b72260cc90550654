using System.Text;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Puts together the outline of a shape.</summary>
internal sealed class PathData
{
    private readonly StringBuilder _data = new();

    public PathData MoveTo(double x, double y) => Add('M', x, y);

    public PathData LineTo(double x, double y) => Add('L', x, y);

    public PathData CurveTo(Point first, Point second, Point end)
    {
        Add('C', first.X, first.Y);
        Add(' ', second.X, second.Y);
        return Add(' ', end.X, end.Y);
    }

    public PathData Close()
    {
        _data.Append('Z');
        return this;
    }

    public override string ToString() => _data.ToString();

    private PathData Add(char command, double x, double y)
    {
        _data.Append(command).Append(Number.Of(x)).Append(' ').Append(Number.Of(y));
        return this;
    }
}
