using System;
using System.Linq;
using YamlDotNet.Core;

namespace Cofferdam.Model.Yaml;

/// <summary>Puts what the YAML library says of a broken file into words of ours.</summary>
internal static class SyntaxProblem
{
    /// <summary>The way out where the library does not say what is wrong.</summary>
    public const string Unclosed = "see whether a bracket, brace or quote here or before is not closed";

    /// <summary>What the library says of common mistakes, and what we say instead: what is wrong, and the way out.</summary>
    private static readonly (string Said, string Message, string Help)[] Common =
    [
        (Tab, "a tab indents this line", "indent with spaces"),
        ("found invalid mapping", "a colon and a space stand within a text", "put the text into quotes, or indent the line as its neighbours are"),
        ("Mapping values are not allowed", "no key is possible here", "put the text into quotes, or indent the line as its neighbours are"),
        ("cannot start any token", "no value begins with this character", "put the text into quotes"),
        ("did not find expected key", "a key and a colon are expected here", "indent the line as its neighbours are, or close what is open"),
        ("did not find expected '-' indicator", "a '-' is expected here", "indent the line as its neighbours are"),
        ("unknown escape character", "a backslash in double quotes begins no escape that is known", "use single quotes, or write two backslashes"),
    ];

    private const string Tab = " tab ";

    /// <summary>What is wrong.</summary>
    public static string Message(YamlException problem) =>
        $"this is no valid YAML: {(Find(problem) is var (_, message, _) ? message : Sentence(problem))}";

    /// <summary>The way out.</summary>
    public static string Help(YamlException problem) => Find(problem)?.Help ?? Unclosed;

    /// <summary>
    /// The place of what is wrong: that of the library, but for tabs, where it names the mapping that they should not indent, and for the end of the
    /// file, where it may count a line too many.
    /// </summary>
    public static (int Line, int Column) Place(Mark mark, string text, bool isAboutTabs = false)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        var line = (int)Math.Clamp(mark.Line, 1, lines.Length);
        if (mark.Line > lines.Length)
            return (line, lines[^1].Length + 1);
        for (var at = line; isAboutTabs && at <= lines.Length; at++)
        {
            var tab = lines[at - 1].TakeWhile(char.IsWhiteSpace).ToList().IndexOf('\t');
            if (tab >= 0)
                return (at, tab + 1);
        }
        return (line, (int)Math.Clamp(mark.Column, 1, lines[line - 1].Length + 1));
    }

    /// <summary>True when the library complains of a tab.</summary>
    public static bool IsAboutTabs(YamlException problem) => problem.Message.Contains(Tab, StringComparison.Ordinal);

    private static (string Said, string Message, string Help)? Find(YamlException problem)
    {
        var index = Array.FindIndex(Common, entry => problem.Message.Contains(entry.Said, StringComparison.Ordinal));
        return index < 0 ? null : Common[index];
    }

    /// <summary>The library's sentence, without the place that it adds.</summary>
    private static string Sentence(YamlException problem)
    {
        var text = problem.Message.ReplaceLineEndings(" ");
        var place = text.LastIndexOf(" Line: ", StringComparison.Ordinal);
        var sentence = (place < 0 ? text : text[..place]).TrimEnd('.', ' ');
        return Printable.Of(sentence.Length > 1 ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence);
    }
}
