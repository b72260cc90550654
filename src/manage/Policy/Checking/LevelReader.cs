using System;
using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Checking;

/// <summary>Reads the levels of labels: names to numbers, ranges, categories.</summary>
internal sealed class LevelReader
{
    private readonly PolicyModel _policy;
    private readonly DiagnosticBag _diagnostics;

    public LevelReader(PolicyModel policy, DiagnosticBag diagnostics)
    {
        _policy = policy;
        _diagnostics = diagnostics;
    }

    /// <summary>The label with its levels; types, mark and colour are the caller's.</summary>
    public LabelContent Read(LabelModel label, IReadOnlyList<string> types)
    {
        var (secrecyLow, secrecyHigh) = ReadRange(label.Secrecy, _policy.SecrecyLevels, "secrecy");
        var (integrityLow, integrityHigh) = ReadRange(label.Integrity, _policy.IntegrityLevels, "integrity");
        var low = ReadCategories(label.CategoriesLow);
        var high = ReadCategories(label.CategoriesHigh);
        if ((low & ~high) != 0)
            _diagnostics.Add(DiagnosticCode.ImpossibleLevel, label.Name.At, $"the highest categories of '{label.Name}' lack some of the lowest");
        return new LabelContent(label.Name.Text, types)
        {
            SecrecyLow = new Secrecy(secrecyLow, low),
            SecrecyHigh = new Secrecy(secrecyHigh, high | low),
            IntegrityLow = integrityLow,
            IntegrityHigh = integrityHigh,
            Mark = label.Mark,
            Color = label.Color,
        };
    }

    private (byte Low, byte High) ReadRange(Word? written, IReadOnlyList<Word> levels, string what)
    {
        if (written is not { } range)
            return (0, 0);
        var parts = range.Text.Split("..", 2);
        var low = Find(parts[0], levels, range, what);
        var high = parts.Length == 2 ? Find(parts[1], levels, range, what) : low;
        if (high >= low)
            return (low, high);
        _diagnostics.Add(DiagnosticCode.ImpossibleLevel, range.At, $"{what} {range}: '{parts[1]}' is below '{parts[0]}'", $"write it as {parts[1]}..{parts[0]}");
        return (low, low);
    }

    private byte Find(string name, IReadOnlyList<Word> levels, Word at, string what)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Text == name)
                return (byte)Math.Min(i, byte.MaxValue);
        }
        var help = levels.Count == 0 ? $"no levels of {what} are defined under levels.{what}" : $"the levels of {what} are {string.Join(", ", levels)}";
        _diagnostics.Add(DiagnosticCode.UndefinedLevel, at.At, $"there is no level '{name}' of {what}", help);
        return 0;
    }

    private ulong ReadCategories(IReadOnlyList<Word> names)
    {
        ulong set = 0;
        foreach (var name in names)
        {
            var bit = IndexOf(_policy.Categories, name.Text);
            if (bit is >= 0 and < PolicyImage.Limits.Categories)
                set |= 1UL << bit;
            else if (bit < 0)
                _diagnostics.Add(DiagnosticCode.UndefinedLevel, name.At, $"there is no category '{name}'", "define it under levels.categories");
        }
        return set;
    }

    private static int IndexOf(IReadOnlyList<Word> words, string text)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text == text)
                return i;
        }
        return -1;
    }
}
