using System;
using System.Text;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Plain;

/// <summary>Lines of text of a bounded width, none with spaces at its end.</summary>
internal sealed class PlainPage
{
    private const int LeastWidth = 60;
    private const int MostWidth = 400;

    private readonly StringBuilder _text = new();

    public PlainPage(DrawnPolicy policy, int width, string description)
    {
        Width = Math.Clamp(width, LeastWidth, MostWidth);
        Line(policy.Title);
        Line(description);
        Line();
    }

    public int Width { get; }

    /// <summary>A line, its end cut where it is too long.</summary>
    public void Line(string text = "") => _text.Append(Columns.Fit(text.TrimEnd(), Width).TrimEnd()).Append('\n');

    /// <summary>A heading, after an empty line.</summary>
    public void Heading(string text)
    {
        Line();
        Line(text);
    }

    /// <summary>Text over as many lines as it needs; all after the first are indented.</summary>
    public void Wrapped(string first, string text, int indent)
    {
        var line = new StringBuilder(first);
        var fresh = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!fresh && Columns.Of(line.ToString()) + 1 + Columns.Of(word) > Width)
            {
                Line(line.ToString());
                line.Clear().Append(' ', indent);
                fresh = true;
            }
            line.Append(fresh ? "" : " ").Append(word);
            fresh = false;
        }
        Line(line.ToString());
    }

    public override string ToString() => _text.ToString();
}
