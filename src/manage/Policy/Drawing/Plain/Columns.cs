using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Plain;

/// <summary>Measures, pads and cuts text by the columns that it takes in a terminal.</summary>
internal static class Columns
{
    /// <summary>Columns that a text takes: two for wide characters of East Asian scripts, none for marks upon letters.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The text with spaces up to a width.</summary>
    public static string Pad(string text, int width)
    {
        var missing = width - Of(text);
        return missing > 0 ? text + new string(' ', missing) : text;
    }

    /// <summary>The text, its end cut where it is wider.</summary>
    public static string Fit(string text, int width)
    {
        if (Of(text) <= width)
            return text;
        var (kept, taken) = (new StringBuilder(), 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((taken += Of(rune)) > width)
                break;
            kept.Append(rune);
        }
        return kept.Append('…').ToString();
    }

    /// <summary>The name, its middle cut where it is wider, in exactly this width: names differ mostly at their ends.</summary>
    public static string Name(string name, int width)
    {
        var kept = name.Length - 1;
        var shown = name;
        while (kept > 1 && Of(shown) > width)
            shown = TextWidth.Shortened(name, kept--);
        return Pad(shown, width);
    }

    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsWide(int character) => character
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF);
}
