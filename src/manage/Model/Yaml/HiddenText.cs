using System.Globalization;
using System.Text;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Yaml;

/// <summary>
/// Finds characters that cannot be seen, or that turn the direction of writing, anywhere in a file, comments too: with them a file can look
/// like one policy and be another. The two joiners that several scripts are written with are let through here. What was no valid UTF-8 (and
/// so was read as U+FFFD) is found too.
/// </summary>
internal static class HiddenText
{
    private const char ZeroWidthNonJoiner = '\u200c';
    private const char ZeroWidthJoiner = '\u200d';

    /// <summary>Reports each.</summary>
    /// <returns>True when there is one.</returns>
    public static bool Report(string file, string text, DiagnosticBag diagnostics)
    {
        var (line, lineStart, found) = (1, 0, false);
        for (var i = 0; i < text.Length && !diagnostics.IsFull; i++)
        {
            var character = text[i];
            if (character == '\n' || (character == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, lineStart) = (line + 1, i + 1);
            if (character is >= ' ' and <= '~' or '\t' or '\r' or '\n')
                continue;
            var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            if (!isWhole || IsHidden(rune) || rune == Rune.ReplacementChar)
            {
                var (message, help) = Words(isWhole && rune != Rune.ReplacementChar, rune);
                diagnostics.Add(DiagnosticCode.Syntax, new Position(file, line, i - lineStart + 1), message, help);
                found = true;
            }
            i += isWhole ? rune.Utf16SequenceLength - 1 : 0;
        }
        return found;
    }

    private static (string Message, string Help) Words(bool isCharacter, Rune rune) => isCharacter
        ? ($"the character {Printable.Escaped(rune.Value)} cannot be seen, and may make the file look like another", "remove it")
        : ("this is no character: the file is not valid UTF-8 here", "save the file as UTF-8");

    private static bool IsHidden(Rune rune) => rune.Value is not (ZeroWidthNonJoiner or ZeroWidthJoiner) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
