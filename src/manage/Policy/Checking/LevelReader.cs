using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;
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
            ReportLack(label, low & ~high);
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

    /// <summary>At the first of the lowest categories that the highest lack.</summary>
    private void ReportLack(LabelModel label, ulong lacking)
    {
        var first = label.CategoriesLow.First(
            name => IndexOf(_policy.Categories, name.Text) is >= 0 and < PolicyImage.Limits.Categories and var bit && (lacking >> bit & 1) != 0);
        _diagnostics.Add(
            DiagnosticCode.ImpossibleLevel,
            first.At,
            $"category '{first}' is among the lowest of {label.Name} but not among its highest",
            "add it to the highest, or take it out of the lowest");
    }

    private (byte Low, byte High) ReadRange(Word? written, IReadOnlyList<Word> levels, string what)
    {
        if (written is not { Text.Length: > 0 } range || _diagnostics.HasErrorAt(range.At))
            return (0, 0);
        var dots = range.Text.IndexOf("..", StringComparison.Ordinal);
        var (lowName, highName) = dots < 0 ? (range.Text, range.Text) : (range.Text[..dots], range.Text[(dots + 2)..]);
        var low = Find(lowName, levels, range.At, what);
        var high = dots < 0 ? low : Find(highName, levels, range.Within(dots + 2), what);
        if (low is not { } lowest || high is not { } highest)
            return (0, 0);
        if (highest >= lowest)
            return (lowest, highest);
        _diagnostics.Add(DiagnosticCode.ImpossibleLevel, range.At, $"{what} {range}: '{highName}' is below '{lowName}'", $"write it as {highName}..{lowName}");
        return (lowest, lowest);
    }

    private byte? Find(string name, IReadOnlyList<Word> levels, Position at, string what)
    {
        var index = IndexOf(levels, name);
        if (index is >= 0 and < PolicyImage.Limits.Levels)
            return (byte)index;
        var help = levels.Count == 0
            ? $"no levels of {what} are defined; define them under levels.{what}"
            : $"the levels of {what} are {string.Join(", ", levels)}";
        if (index < 0)
            _diagnostics.Add(DiagnosticCode.UndefinedLevel, at, $"there is no level '{name}' of {what}", help);
        return null;
    }

    private ulong ReadCategories(IReadOnlyList<Word> names)
    {
        ulong set = 0;
        foreach (var name in names.Where(name => name.Text.Length > 0))
        {
            var bit = IndexOf(_policy.Categories, name.Text);
            if (bit is >= 0 and < PolicyImage.Limits.Categories)
                set |= 1UL << bit;
            else if (bit < 0 && !_diagnostics.HasErrorAt(name.At))
                _diagnostics.Add(DiagnosticCode.UndefinedLevel, name.At, $"there is no category '{Printable.Of(name.Text)}'", CategoryHelp());
        }
        return set;
    }

    private string CategoryHelp() =>
        _policy.Categories.Count == 0
            ? "no categories are defined; define them under levels.categories"
            : $"the categories are {string.Join(", ", _policy.Categories)}";

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
