using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>
/// Writes the same data in the many ways that YAML has for it: block or flow, quotes or none, any indentation, order, comments, ends of line.
/// </summary>
public sealed class YamlStyles
{
    private readonly Choices _choices;
    private readonly StringBuilder _text = new();

    private YamlStyles(Choices choices) => _choices = choices;

    /// <summary>Writes a file.</summary>
    public static string Write(Choices choices, TextMap root)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var writer = new YamlStyles(choices);
        if (choices.Chance(20))
            writer._text.Append("---").Append(writer.Comment()).Append('\n');
        writer.Block(root, 0);
        if (choices.Chance(10))
            writer._text.Append("...\n");
        var text = choices.Chance(20) ? writer._text.Replace("\n", "\r\n").ToString() : writer._text.ToString();
        return choices.Chance(10) ? '\ufeff' + text : text;
    }

    private void Block(TextMap map, int indent)
    {
        foreach (var (key, value) in Shuffled(map.Entries))
        {
            Gap();
            _text.Append(' ', indent).Append(Scalar(new TextScalar(key))).Append(':');
            Value(value, indent, indent + _choices.Between(1, 5));
        }
    }

    /// <summary>The value of a key: on its line, or below it.</summary>
    private void Value(TextNode value, int parent, int indent)
    {
        switch (value)
        {
            case TextMap { Entries.Count: > 0 } map when _choices.Chance(60):
                _text.Append(Comment()).Append('\n');
                Block(map, indent);
                break;
            case TextList { Items.Count: > 0 } list when _choices.Chance(40):
                _text.Append(Comment()).Append('\n');
                Block(list, _choices.Chance(50) ? parent : indent);
                break;
            default:
                _text.Append(' ', _choices.Between(1, 3));
                Flow(value);
                _text.Append(Comment()).Append('\n');
                break;
        }
    }

    private void Block(TextList list, int indent)
    {
        foreach (var item in list.Items)
        {
            Gap();
            _text.Append(' ', indent).Append('-').Append(' ', _choices.Between(1, 3));
            Flow(item);
            _text.Append(Comment()).Append('\n');
        }
    }

    private void Flow(TextNode node)
    {
        switch (node)
        {
            case TextScalar scalar:
                _text.Append(Scalar(scalar));
                break;
            case TextList list:
                Between('[', ']', list.Items, Flow);
                break;
            case TextMap map:
                Between('{', '}', Shuffled(map.Entries), entry =>
                {
                    _text.Append(Scalar(new TextScalar(entry.Key))).Append(':').Append(' ', _choices.Between(1, 2));
                    Flow(entry.Value);
                });
                break;
        }
    }

    private void Between<T>(char open, char close, IReadOnlyList<T> items, Action<T> write)
    {
        _text.Append(open).Append(' ', _choices.Below(2));
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                _text.Append(',').Append(' ', _choices.Between(1, 2));
            write(items[i]);
        }
        _text.Append(items.Count > 0 && _choices.Chance(10) ? "," : "").Append(' ', _choices.Below(2)).Append(close);
    }

    private string Scalar(TextScalar scalar)
    {
        if (!scalar.MayBeQuoted || _choices.Chance(60))
            return scalar.Text;
        return _choices.Below(3) switch
        {
            0 => $"'{scalar.Text}'",
            1 => $"\"{scalar.Text}\"",
            _ => $"\"{string.Concat(scalar.Text.Select(Escaped))}\"",
        };
    }

    private string Escaped(char character) => _choices.Chance(30) ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}") : character.ToString(
        );

    private void Gap()
    {
        if (_choices.Chance(8))
            _text.Append(' ', _choices.Below(6)).Append("# [a comment: {\n");
        if (_choices.Chance(5))
            _text.Append(' ', _choices.Below(6)).Append('\n');
    }

    private string Comment() => _choices.Chance(8) ? "  # why: 'not'" : "";

    private List<T> Shuffled<T>(IReadOnlyList<T> items)
    {
        var rest = items.ToList();
        if (_choices.Chance(60))
            return rest;
        var shuffled = new List<T>();
        while (rest.Count > 0)
        {
            var at = _choices.Below(rest.Count);
            shuffled.Add(rest[at]);
            rest.RemoveAt(at);
        }
        return shuffled;
    }
}
