using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>Writes the lines of a project file: lists are wrapped, comments of a block stand under each other.</summary>
internal sealed class YamlText
{
    private const int Width = 120;
    private const int CommentColumn = 60;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    public void Line(string line = "") => _text.Append(line).Append('\n');

    /// <summary>Adds lines with what stands behind them, which may be empty.</summary>
    public void Block(IReadOnlyList<(string Content, string Comment)> lines)
    {
        var column = lines.Select(line => LastLine(line.Content).Length).Where(length => length <= CommentColumn).DefaultIfEmpty().Max();
        foreach (var (content, comment) in lines)
            Line(comment.Length == 0 ? content : $"{content}{new string(' ', Math.Max(0, column - LastLine(content).Length))}   # {Comment(comment)}");
    }

    /// <summary>A list in brackets behind what begins its line; wrapped so that it stays within the width.</summary>
    public static string List(string head, IEnumerable<string> items, string tail)
    {
        var text = new StringBuilder(head).Append('[');
        var indent = new string(' ', text.Length);
        var length = text.Length;
        var first = true;
        foreach (var item in items)
        {
            if (!first && length + item.Length + tail.Length + 4 > Width)
            {
                text.Append(",\n").Append(indent);
                length = indent.Length;
            }
            else if (!first)
            {
                text.Append(", ");
                length += 2;
            }
            text.Append(item);
            length += item.Length;
            first = false;
        }
        return text.Append(']').Append(tail).ToString();
    }

    /// <summary>A name; in quotes where other readers of YAML would take it for a number, a date or a word of their own.</summary>
    public static string Name(string name) =>
        char.IsAsciiDigit(name[0]) || name is "null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n" ? $"\"{name}\"" : name;

    /// <summary>Foreign text as part of a comment: visible characters of one line.</summary>
    public static string Comment(string text) => Printable.Of(text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string LastLine(string content) => content[(content.LastIndexOf('\n') + 1)..];
}
