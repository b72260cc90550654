using System;
using System.Collections.Generic;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>A picture with its title, drawn from top to bottom.</summary>
internal sealed class Page
{
    public const double Margin = 24;
    private const double LeastWidth = 860;
    private const double SampleWidth = 40;
    private const double LegendLine = 26;

    private readonly DrawnPolicy _policy;
    private readonly string _title;
    private readonly string _description;

    private Page(DrawnPolicy policy, double contentWidth, string title, string description)
    {
        _policy = policy;
        _title = title;
        _description = description;
        Width = Math.Max(LeastWidth, contentWidth + 2 * Margin);
    }

    public SvgCanvas Canvas { get; } = new();

    public double Width { get; }

    /// <summary>Width without the margins.</summary>
    public double Inner => Width - 2 * Margin;

    /// <summary>How far down it is drawn.</summary>
    public double Y { get; private set; } = Margin;

    /// <summary>Begins a page with its title.</summary>
    public static Page Begin(DrawnPolicy policy, double contentWidth, string title, string description)
    {
        var page = new Page(policy, contentWidth, title, description);
        var name = TextWidth.FitName(policy.Name, page.Inner * 0.6, TextStyle.Title);
        var after = Margin + TextWidth.Of(name, TextStyle.Title) + 14;
        page.Canvas.Text(Margin, page.Y + 10, name, TextStyle.Title);
        page.Canvas.Text(after, page.Y + 12, $"policy, serial {policy.Serial}", TextStyle.Note);
        page.Canvas.Text(Margin, page.Y + 36, TextWidth.Fit(description, page.Inner, TextStyle.Note), TextStyle.Note);
        page.Skip(60);
        return page;
    }

    /// <summary>Moves down.</summary>
    public void Skip(double height) => Y += height;

    /// <summary>A heading over what follows.</summary>
    public void Heading(string text, string note = "")
    {
        Skip(14);
        Canvas.Text(Margin, Y + 8, text, TextStyle.Heading);
        if (note.Length > 0)
            Canvas.Text(Margin + TextWidth.Of(text, TextStyle.Heading) + 10, Y + 9, note, TextStyle.Note);
        Skip(28);
    }

    /// <summary>A line of text.</summary>
    public void Note(string text)
    {
        Canvas.Text(Margin, Y + 8, TextWidth.Fit(text, Inner, TextStyle.Note), TextStyle.Note);
        Skip(20);
    }

    /// <summary>Text from here to the margin, over a bounded number of lines.</summary>
    public void Paragraph(double x, string text, int most)
    {
        var y = Y + 8;
        foreach (var line in Wrap.Of(text, Width - Margin - x, TextStyle.Body, most))
        {
            Canvas.Text(x, y, line, TextStyle.Body);
            y += 17;
        }
        Skip(Math.Max(24, y - Y - 1));
    }

    /// <summary>Samples and what they mean, as many on a line as there is room for.</summary>
    public void Legend(IReadOnlyList<LegendItem> items)
    {
        var x = Margin;
        foreach (var item in items)
        {
            var width = SampleWidth + 8 + TextWidth.Of(item.Text, TextStyle.Body);
            if (x > Margin && x + width > Width - Margin)
            {
                x = Margin;
                Skip(LegendLine);
            }
            item.Sample(Canvas, new Box(x, Y, SampleWidth, LegendLine - 6));
            Canvas.Text(x + SampleWidth + 8, Y + (LegendLine - 6) / 2, item.Text, TextStyle.Body);
            x += width + 22;
        }
        Skip(LegendLine + 4);
    }

    /// <summary>The picture.</summary>
    /// <param name="kind">A word that keeps its ids apart from those of other pictures.</param>
    public string End(string kind) => Canvas.Document(Width, Y + Margin / 2, kind, $"{_title} of policy {_policy.Title}", _description);
}
