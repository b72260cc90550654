using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Surveys;

/// <summary>Policies of one type with a label for every range of levels there is.</summary>
public static class LevelPolicies
{
    /// <summary>Every range over so many secrecy levels, categories and integrity levels.</summary>
    public static PolicyContent All(int secrecies, int categories, int integrities)
    {
        var builder = new PolicyBuilder($"levels {secrecies}/{categories}/{integrities}").Type("only");
        foreach (var label in Labels(secrecies, categories, integrities))
            builder.Label(label);
        return builder.Build();
    }

    private static IEnumerable<LabelContent> Labels(int secrecies, int categories, int integrities) =>
        from low in Points(secrecies, categories)
        from high in Points(secrecies, categories).Where(high => high.Dominates(low))
        from integrityLow in Enumerable.Range(0, integrities)
        from integrityHigh in Enumerable.Range(integrityLow, integrities - integrityLow)
        select new LabelContent($"{low.Level}.{low.Categories}-{high.Level}.{high.Categories}/{integrityLow}-{integrityHigh}", ["only"])
        {
            SecrecyLow = low,
            SecrecyHigh = high,
            IntegrityLow = (byte)integrityLow,
            IntegrityHigh = (byte)integrityHigh,
        };

    private static IEnumerable<Secrecy> Points(int secrecies, int categories) =>
        from level in Enumerable.Range(0, secrecies)
        from mask in Enumerable.Range(0, 1 << categories)
        select new Secrecy((byte)level, (ulong)mask);
}
