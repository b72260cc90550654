using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>
/// Gives every label its face, in the order of the pictures: that of the policy, but further labels stand after the workload that is their first
/// type.
/// </summary>
internal static class Faces
{
    public static IReadOnlyList<Face> Of(CheckedPolicy policy)
    {
        var ordered = Ordered(policy.Content);
        var marks = new Marks(ordered.Select(label => label.Mark));
        var plain = 0;
        string ColorOf(LabelContent label) => label.Color.Length > 0 ? label.Color : Colors.Names[plain++ % Colors.Names.Count];
        return [.. ordered.Select((label, index) => FaceOf(
            policy, label, index, label.Mark.Length > 0 ? label.Mark : marks.For(label.Name), ColorOf(label)))];
    }

    private static Face FaceOf(CheckedPolicy policy, LabelContent label, int index, string mark, string color)
    {
        var compiled = policy.Compiled.FindLabel(StableKey.Of(KeyKind.Label, label.Name));
        return new Face(
            index,
            compiled,
            Printable.Of(label.Name),
            Printable.Of(mark),
            Colors.Value(color),
            Printable.Of(LevelText.Of(policy, label)),
            policy.Compiled.Labels[compiled].Levels.IsRange,
            [.. label.Types.Select(Printable.Of)]);
    }

    private static List<LabelContent> Ordered(PolicyContent content)
    {
        var types = content.Types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        bool IsWorkload(LabelContent label) => types.Contains(label.Name) && label.Types is [var only] && only == label.Name;
        var further = content.Labels.Where(label => !IsWorkload(label)).ToLookup(label => label.Types[0], StringComparer.Ordinal);
        var ordered = content.Labels.Where(IsWorkload).SelectMany(label => further[label.Name].Prepend(label)).ToList();
        var placed = ordered.ToHashSet();
        return [.. ordered, .. content.Labels.Where(label => !placed.Contains(label))];
    }
}
