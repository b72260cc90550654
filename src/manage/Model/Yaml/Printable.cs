using System.Globalization;
using System.Text;

namespace Cofferdam.Model.Yaml;

/// <summary>Makes text that somebody else wrote safe to show: bounded, without control characters, line breaks or characters that turn the direction of writing.</summary>
public static class Printable
{
    private const int MaxLength = 120;

    /// <summary>The text with everything that is not visible, or not of this line, written as \uXXXX; cut when it is long.</summary>
    public static string Of(string text)
    {
        System.ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            if (shown.Length >= MaxLength)
                return shown.Append('…').ToString();
            if (IsHarmless(character))
                shown.Append(character);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        return shown.ToString();
    }

    private static bool IsHarmless(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
