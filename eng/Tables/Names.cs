using System;
using System.Linq;
using System.Security;

namespace Cofferdam.Eng.Tables;

/// <summary>How a name or text of a table looks in C# and in Markdown.</summary>
internal static class Names
{
    /// <summary><c>unknown-label</c> and <c>sectionCount</c> as identifiers: UnknownLabel, SectionCount.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>A sentence for a doc comment.</summary>
    public static string Sentence(string text) =>
        SecurityElement.Escape(char.ToUpperInvariant(text[0]) + text[1..]) + (text.EndsWith('.') ? "" : ".");

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>A cell of a Markdown table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
