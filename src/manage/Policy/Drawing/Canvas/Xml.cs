using System.Text;

namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Writes any text so that it stays text.</summary>
internal static class Xml
{
    /// <summary>The text with everything escaped that means something to XML; what XML cannot hold becomes a replacement character.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (EntityOf(rune.Value) is { } entity)
                escaped.Append(entity);
            else
                escaped.Append(IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD");
        }
        return escaped.ToString();
    }

    private static string? EntityOf(int character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    private static bool IsAllowed(int character) => character is >= ' ' and not (0x7F or 0xFFFE or 0xFFFF);
}
