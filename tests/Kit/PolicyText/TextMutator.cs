using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Damages the text of a project file: words, brackets, lines, indentation, and now and then something huge.</summary>
public static class TextMutator
{
    private const int HugePerMille = 1;

    private static readonly string[] Syntax =
    [
        "&a ", "*a", "&a *a", "!!str ", "! ", "!x!y ", "<<: ", "<<: *a\n", "---\n", "...\n", "%YAML 1.2\n---\n", "%TAG ! x\n", "? ", "- ", ": ", "| ", "> ",
        "|9\n", "\"", "'", "[", "{", "]", "}", ", ", "#", " #", "~", "\\", "@", "`", "\t", "\n\t", "\r", "\r\n", "\n", "\n\n", "  ", "\\u202e", "\"\\0\"", "=",
    ];

    private static readonly string[] Characters =
    [
        "\ufeff", "\0", "\u0001",
        "\u001b[31m", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\u200d", "\ud800", "\udc00",
        "\ud83d\ude00", "\uffff", "\ufffd", "\ue000", "\U000e0041", "\U00010ffff"[..2], "банк", "銀行", "بنك", "é", "e\u0301", "ﬁ", "İ", "ß", "а-bank",
    ];

    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "2", "18446744073709551615", "18446744073709551616",
        "4294967295", "4294967296", "1e308", "0x10", "1_000", ".5", "true", "null", "none",
        "[]", "{}", "[[]]", "{a: {}}", "[a, a]", "a-bank", "b-bank",
        "nobody", "a-bank.trading", "a..b", "..", "high..low", "sha256:00", "default", "one-way", "both",
        "memory", "volume", "network", "{vsock: 1}", "history", "rack", "zone", "quarantine",
        "required", "start a-bank", "start nobody", "flow a-bank to b-bank",
        "attach ledger to a-bank for write", "a-bank runs", "conflicts.competitors", "policy", "tenants", "workloads", "labels",
        "inherits", "from", "serial", "types",
    ];

    /// <summary>Damages a text in one to four places.</summary>
    public static string Damage(Choices choices, string text)
    {
        for (var i = choices.Chance(50) ? 1 : choices.Between(2, 4); i > 0; i--)
            text = choices.Below(1000) < HugePerMille ? Huge(choices, text) : Once(choices, text);
        return text;
    }

    private static string Once(Choices choices, string text) => choices.Below(20) switch
    {
        < 5 => Words(choices, text),
        < 12 => ReplaceWord(choices, text, choices.Pick(Values)),
        < 15 => Lines(choices, text),
        < 17 => Wrap(choices, text),
        17 => Insert(choices, text, choices.Pick(Syntax)),
        18 => Insert(choices, text, choices.Pick(Characters)),
        _ => Ends(choices, text),
    };

    /// <summary>Words, runs of blanks and single signs.</summary>
    private static List<(int Start, int Length)> Split(string text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            while (at < text.Length && Sort(text[at]) is var sort && sort == Sort(text[start]) && sort < 2)
                at++;
            words.Add((start, at - start));
        }
        return words;
    }

    private static int Sort(char character) => character switch
    {
        ' ' => 0,
        '-' or '.' or ':' => 1,
        _ => char.IsLetterOrDigit(character) ? 1 : 2,
    };

    private static string Words(Choices choices, string text)
    {
        var words = Split(text);
        if (words.Count == 0)
            return text;
        var (one, other) = (choices.Pick(words), choices.Pick(words));
        if (choices.Chance(60))
            (one, other) = (Name(choices, text, words), Name(choices, text, words));
        var copied = text.Substring(other.Start, other.Length);
        return choices.Below(4) switch
        {
            0 => text.Remove(one.Start, one.Length),
            1 => text.Insert(one.Start, copied),
            2 => text.Remove(one.Start, one.Length).Insert(one.Start, copied),
            _ => text.Insert(one.Start, text.Substring(one.Start, one.Length)),
        };
    }

    /// <summary>A word that is no sign and no blank, where there is one.</summary>
    private static (int Start, int Length) Name(Choices choices, string text, List<(int Start, int Length)> words)
    {
        var names = words.Where(word => Sort(text[word.Start]) == 1).ToList();
        return names.Count == 0 ? words[0] : choices.Pick(names);
    }

    private static string Insert(Choices choices, string text, string inserted) => text.Insert(choices.Below(text.Length + 1), inserted);

    private static string ReplaceWord(Choices choices, string text, string value)
    {
        var words = Split(text).Where(word => Sort(text[word.Start]) == 1).ToList();
        if (words.Count == 0)
            return text + value;
        var (start, length) = choices.Pick(words);
        return text.Remove(start, length).Insert(start, value);
    }

    private static string Lines(Choices choices, string text)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (choices.Below(lines.Count), choices.Below(lines.Count));
        switch (choices.Below(7))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 3:
                lines[one] = new string(' ', choices.Between(1, 6)) + lines[one];
                break;
            case 4:
                lines[one] = lines[one].TrimStart();
                break;
            case 5:
                lines[one] = "\t" + lines[one].TrimStart();
                break;
            default:
                lines.InsertRange(other, lines.GetRange(one, Math.Min(lines.Count - one, choices.Between(1, 12))));
                break;
        }
        return string.Join('\n', lines);
    }

    private static string Wrap(Choices choices, string text)
    {
        var (open, close) = choices.Pick([("[", "]"), ("{", "}"), ("{a: ", "}"), ("\"", "\""), ("'", "'"), ("- ", ""), ("? ", ""), ("[", ""), ("", "]")]);
        var times = choices.Pick([1, 1, 1, 2, 3, 10, 63, 64, 65, 200]);
        var (start, length) = choices.PickOrDefault(Split(text));
        return text.Insert(start + length, Repeat(close, times)).Insert(start, Repeat(open, times));
    }

    private static string Ends(Choices choices, string text) => choices.Below(5) switch
    {
        0 => text[..choices.Below(text.Length + 1)],
        1 => text[choices.Below(text.Length + 1)..],
        2 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        3 => text.Replace('\n', '\r'),
        _ => text.Replace("  ", "\t", StringComparison.Ordinal),
    };

    /// <summary>Something of a size that nobody writes.</summary>
    private static string Huge(Choices choices, string text)
    {
        var size = choices.Pick([1_000, 5_000, 20_000, 200_000]);
        switch (choices.Below(6))
        {
            case 0:
                return ReplaceWord(choices, text, new string('a', size));
            case 1:
                return Insert(choices, text, Repeat(choices.Pick(Syntax), size / 4));
            case 2:
                return Insert(choices, text, Repeat(choices.Pick(Characters), size / 4));
            case 3:
                return Insert(choices, text, $"{Repeat("[", size)}{Repeat("]", size)}");
            default:
                return Multiply(choices, text, size / 20);
        }
    }

    /// <summary>A line many times, as it is or with another name each time.</summary>
    private static string Multiply(Choices choices, string text, int times)
    {
        var lines = text.Split('\n').ToList();
        var (at, same) = (choices.Below(lines.Count), choices.Chance(30));
        var (line, name) = (lines[at], lines[at].TrimStart());
        var many = new StringBuilder();
        for (var i = 0; i < times; i++)
            many.Append(same ? line : line.Insert(line.Length - name.Length, $"k{i}")).Append('\n');
        lines.Insert(at, many.ToString().TrimEnd('\n'));
        return string.Join('\n', lines);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
