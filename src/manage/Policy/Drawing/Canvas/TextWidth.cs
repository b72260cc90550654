using System;
using System.Globalization;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>
/// How wide text becomes. The widths are those of DejaVu Sans, the widest of the fonts that systems have as their own: text fits with the others too.
/// </summary>
internal static class TextWidth
{
    private const int FirstListed = ' ';
    private const double BoldFactor = 1.14;
    private const double Unlisted = 1.05;
    private const int Ellipsis = 1;

    // Thousandths of the size, from the space to the tilde.
    private static readonly short[] Widths =
    [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637, 637, 637,
        637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788,
        604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635,
        634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
    ];

    /// <summary>Width of a text.</summary>
    public static double Of(string text, TextStyle style) => text.Sum(Of) * style.Size * (style.Bold ? BoldFactor : 1);

    /// <summary>The text, its end cut where it is wider than there is room.</summary>
    public static string Fit(string text, double room, TextStyle style)
    {
        if (Of(text, style) <= room)
            return text;
        var kept = text.Length - 1;
        while (kept > 0 && Of(text[..kept], style) + Of("…", style) > room)
            kept--;
        return kept > 0 ? text[..kept] + "…" : "…";
    }

    /// <summary>The name, its middle cut where it is wider than there is room: names differ mostly at their ends.</summary>
    public static string FitName(string name, double room, TextStyle style)
    {
        if (Of(name, style) <= room)
            return name;
        var kept = name.Length - Ellipsis;
        while (kept > 1 && Of(Shortened(name, kept), style) > room)
            kept--;
        return Shortened(name, Math.Max(kept, 1));
    }

    /// <summary>The first and last characters of a name, so many in all.</summary>
    public static string Shortened(string name, int kept)
    {
        var tail = kept / 2;
        return string.Concat(name.AsSpan(0, kept - tail), "…", name.AsSpan(name.Length - tail));
    }

    private static double Of(char character)
    {
        var index = character - FirstListed;
        if (index >= 0 && index < Widths.Length)
            return Widths[index] / 1000.0;
        return char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : Unlisted;
    }
}
