using System;
using System.Collections.Generic;
using System.Text;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Breaks text into lines between its words; what is left after the last line is cut.</summary>
internal static class Wrap
{
    public static IReadOnlyList<string> Of(string text, double room, TextStyle style, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < most - 1)
            lines.Add(TextWidth.Fit(TakeLine(words, room, style), room, style));
        if (words.Count > 0)
            lines.Add(TextWidth.Fit(string.Join(' ', words), room, style));
        return lines;
    }

    private static string TakeLine(Queue<string> words, double room, TextStyle style)
    {
        var line = new StringBuilder(words.Dequeue());
        while (words.TryPeek(out var next) && TextWidth.Of($"{line} {next}", style) <= room)
            line.Append(' ').Append(words.Dequeue());
        return line.ToString();
    }
}
