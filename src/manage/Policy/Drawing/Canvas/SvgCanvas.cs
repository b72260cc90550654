using System.Text;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Writes shapes and text as SVG: no scripts, no styles, nothing from elsewhere.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _body = new();

    /// <summary>A rectangle, with round corners when so asked.</summary>
    public void Rect(Box box, Paint paint, double radius = 0)
    {
        _body.Append("<rect");
        Attribute("x", box.X);
        Attribute("y", box.Y);
        Attribute("width", box.Width);
        Attribute("height", box.Height);
        if (radius > 0)
            Attribute("rx", radius);
        End(paint);
    }

    public void Circle(double x, double y, double radius, Paint paint)
    {
        _body.Append("<circle");
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        End(paint);
    }

    public void Line(Point from, Point to, Paint paint) => Path(new PathData().MoveTo(from.X, from.Y).LineTo(to.X, to.Y), paint);

    public void Path(PathData data, Paint paint)
    {
        _body.Append("<path d=\"").Append(data).Append('"');
        End(paint);
    }

    /// <summary>Discs along lines, this far from each other: dashes without length, with round ends.</summary>
    public void Dots(PathData lines, double size, double apart, string color)
    {
        _body.Append("<path stroke-linecap=\"round\" d=\"").Append(lines).Append('"');
        End(Paint.Line(color, size, $"0 {Number.Of(apart)}"));
    }

    /// <summary>Text whose letters have their middle at this height.</summary>
    public void Text(double x, double y, string text, TextStyle style)
    {
        _body.Append("<text");
        Attribute("x", x);
        Attribute("y", y + style.Drop);
        EndText(text, style);
    }

    /// <summary>Text that runs upwards.</summary>
    public void TextUpwards(double x, double y, string text, TextStyle style)
    {
        _body.Append("<text transform=\"translate(").Append(Number.Of(x + style.Drop)).Append(' ').Append(Number.Of(y)).Append(") rotate(-90)\"");
        EndText(text, style);
    }

    /// <summary>Begins a group that says this when it is pointed at, or read aloud.</summary>
    public void Open(string tip) => _body.Append("<g><title>").Append(Xml.Escape(tip)).Append("</title>");

    /// <summary>Begins a group whose origin is elsewhere.</summary>
    public void OpenAt(Point origin) =>
        _body.Append("<g transform=\"translate(").Append(Number.Of(origin.X)).Append(' ').Append(Number.Of(origin.Y)).Append(")\">\n");

    public void Close() => _body.Append("</g>\n");

    /// <summary>The whole picture.</summary>
    public string Document(double width, double height, string kind, string title, string description)
    {
        var size = $"{Number.Of(width)} {Number.Of(height)}";
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{Number.Of(width)}" height="{Number.Of(height)}" role="img"
             aria-labelledby="{kind}-title {kind}-desc" font-family="system-ui, sans-serif">
            <title id="{kind}-title">{Xml.Escape(title)}</title>
            <desc id="{kind}-desc">{Xml.Escape(description)}</desc>
            <rect width="100%" height="100%" fill="{Palette.Paper}"/>

            """.ReplaceLineEndings("\n") + _body + "</svg>\n";
    }

    private void EndText(string text, TextStyle style)
    {
        Attribute("font-size", style.Size);
        Attribute("fill", style.Color);
        if (style.Bold)
            Attribute("font-weight", "bold");
        if (style.Anchor != Anchor.Start)
            Attribute("text-anchor", style.Anchor == Anchor.Middle ? "middle" : "end");
        _body.Append('>').Append(Xml.Escape(text)).Append("</text>\n");
    }

    private void End(Paint paint)
    {
        Attribute("fill", paint.Fill);
        if (paint.Stroke.Length > 0)
        {
            Attribute("stroke", paint.Stroke);
            Attribute("stroke-width", paint.Width);
        }
        if (paint.Dash.Length > 0)
            Attribute("stroke-dasharray", paint.Dash);
        _body.Append("/>\n");
    }

    private void Attribute(string name, double value) => _body.Append(' ').Append(name).Append("=\"").Append(Number.Of(value)).Append('"');

    private void Attribute(string name, string value) => _body.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
}
