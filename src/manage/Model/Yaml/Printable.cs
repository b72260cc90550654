using System.Globalization;
using System.Linq;
using System.Text;

namespace Cofferdam.Model.Yaml;

/// <summary>
/// Makes text that somebody else wrote safe to show: bounded, without control characters, line breaks or characters that turn the direction of writing.
/// </summary>
public static class Printable
{
    private const int MaxLength = 120;

    /// <summary>The text with everything that is not visible, or not of this line, written as \uXXXX; cut when it is long.</summary>
    public static string Of(string text) => Cut(text, MaxLength);

    /// <summary>The same, cut at another length.</summary>
    public static string Cut(string text, int most)
    {
        System.ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (shown.Length >= most)
                return shown.Append('…').ToString();
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                shown.Append(Escaped(text[i]));
            else if (!IsVisible(rune))
                shown.Append(Escaped(rune.Value));
            else
                shown.Append(rune.ToString());
            i += rune.Utf16SequenceLength - 1;
        }
        return shown.ToString();
    }

    /// <summary>True when the text can be shown as it is.</summary>
    public static bool IsClean(string text)
    {
        System.ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().All(IsVisible);
    }

    /// <summary>A code point as \uXXXX or \UXXXXXXXX.</summary>
    internal static string Escaped(int codePoint) =>
        codePoint <= char.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"\\u{codePoint:x4}") : string.Create(
            CultureInfo.InvariantCulture,
            $"\\U{codePoint:x8}");

    /// <summary>A lone surrogate is enumerated as U+FFFD, which is no letter of anybody's text either.</summary>
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
