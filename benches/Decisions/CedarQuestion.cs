using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Bench.Decisions;

/// <summary>What Cedar is told and asked: the first line that benches/cedar/decide.mjs reads.</summary>
internal static class CedarQuestion
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The policy and the pairs.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="style">How the Cedar policy says what shares: "groups" or "sets".</param>
    public static string Text(CompiledPolicy policy, Pairs pairs, string style) => JsonSerializer.Serialize(
        new
        {
            Style = style,
            Types = Enumerable.Range(0, policy.Types.Length).Select(Name),
            Labels = Enumerable.Range(0, policy.LabelCount).Select(label => Describe(policy, label)),
            Pairs = pairs.Subjects.Zip(pairs.Others, (subject, other) => new[] { subject.Index, other.Index }),
        },
        Json);

    private static string Name(int type) => $"t{type}";

    private static object Describe(CompiledPolicy policy, int label)
    {
        var levels = policy.Labels[label].Levels;
        return new
        {
            Name = $"l{label}",
            Types = Types(policy, label),
            SecrecyLow = levels.SecrecyLow.Level,
            SecrecyHigh = levels.SecrecyHigh.Level,
            CategoriesLow = Categories(levels.SecrecyLow),
            CategoriesHigh = Categories(levels.SecrecyHigh),
            levels.IntegrityLow,
            levels.IntegrityHigh,
        };
    }

    private static List<string> Types(CompiledPolicy policy, int label)
    {
        var names = new List<string>();
        foreach (var type in policy.TypesOf(label))
            names.Add(Name(type));
        return names;
    }

    private static IEnumerable<int> Categories(Secrecy secrecy) =>
        Enumerable.Range(0, 64).Where(category => (secrecy.Categories >> category & 1) != 0);
}
