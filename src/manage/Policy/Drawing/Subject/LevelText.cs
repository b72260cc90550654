using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>Says the levels of a label: its secrecy where the policy has any, its integrity where it is above the lowest.</summary>
internal static class LevelText
{
    public static string Of(CheckedPolicy policy, LabelContent label) => string.Join(", ", Parts(policy, label));

    private static IEnumerable<string> Parts(CheckedPolicy policy, LabelContent label)
    {
        if (policy.Content.SecrecyLevels.Count > 1)
            yield return Range(policy.Content.SecrecyLevels, label.SecrecyLow.Level, label.SecrecyHigh.Level);
        if ((label.SecrecyLow.Categories | label.SecrecyHigh.Categories) != 0)
            yield return Categories(policy.Content.Categories, label.SecrecyLow.Categories, label.SecrecyHigh.Categories);
        if (label.IntegrityHigh > 0)
            yield return Range(policy.Content.IntegrityLevels, label.IntegrityLow, label.IntegrityHigh);
    }

    private static string Range(IReadOnlyList<string> levels, byte low, byte high) =>
        low == high ? Name(levels, low) : $"{Name(levels, low)}..{Name(levels, high)}";

    private static string Name(IReadOnlyList<string> levels, byte level) => level < levels.Count ? levels[level] : $"level {level}";

    private static string Categories(IReadOnlyList<string> names, ulong low, ulong high) =>
        low == high ? Set(names, low) : $"{Set(names, low)}..{Set(names, high)}";

    private static string Set(IReadOnlyList<string> names, ulong set)
    {
        var listed = Enumerable.Range(0, names.Count).Where(bit => (set >> bit & 1) != 0).Select(bit => names[bit]);
        return BitOperations.PopCount(set) == 0 ? "{}" : $"{{{string.Join(' ', listed)}}}";
    }
}
