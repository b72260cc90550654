using System.Linq;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using CsCheck;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Generators of policies.</summary>
internal static class Policies
{
    /// <summary>Small ones, and some with more labels or types than a word has bits.</summary>
    public static Gen<PolicyContent> Any { get; } = Gen.Frequency(
        (12, Gen.Const(PolicyScale.Small)),
        (3, Gen.Const(new PolicyScale(80, 20, 20, 6, 6))),
        (1, Gen.Const(new PolicyScale(40, 90, 60, 6, 6)))).SelectMany(Of);

    /// <summary>Policies of at most this size.</summary>
    public static Gen<PolicyContent> Of(PolicyScale scale) => PolicyGen.Tape(1500).Select(tape => RichPolicies.Make(Choices.From(tape), scale));

    /// <summary>The same in another order. Levels and categories keep theirs, which means something.</summary>
    public static PolicyContent Shuffled(PolicyContent content, ulong seed)
    {
        var choices = Choices.From(seed);
        return content with
        {
            Types = Shuffle(choices, content.Types),
            Labels = Shuffle(choices, content.Labels.Select(label => label with { Types = Shuffle(choices, label.Types) })),
            Channels = Shuffle(choices, content.Channels),
            Conflicts = Shuffle(choices, content.Conflicts.Select(set => set with { Members = Shuffle(choices, set.Members) })),
            Hosts = Shuffle(choices, content.Hosts.Select(host => host with { Runs = Shuffle(choices, host.Runs) })),
            Images = Shuffle(choices, content.Images),
            Keys = Shuffle(choices, content.Keys),
            Renames = Shuffle(choices, content.Renames),
            Sources = Shuffle(choices, content.Sources),
        };
    }

    private static T[] Shuffle<T>(Choices choices, System.Collections.Generic.IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var left = shuffled.Length; left > 1; left--)
        {
            var picked = choices.Below(left);
            (shuffled[left - 1], shuffled[picked]) = (shuffled[picked], shuffled[left - 1]);
        }
        return shuffled;
    }
}
