using System.Collections.Generic;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>Random updates: edits of the policy in force, a return to an earlier one, something wholly new; now and then one that is no successor.</summary>
/// <param name="choices">Where choices come from.</param>
/// <param name="scale">How large policies may become.</param>
public sealed class RandomUpdates(Choices choices, PolicyScale scale)
{
    private readonly List<PolicyContent> _former = [];

    /// <summary>An update.</summary>
    public LoadPolicy Next(OracleState state, ulong now)
    {
        var content = Content(state);
        if (state.Policy is { } current)
            content = Damaged(content.Succeeding(current.Content, current.Digest));
        _former.Add(content);
        var officer = choices.Chance(4) ? choices.Below(3) : 0;
        return new LoadPolicy(state.Shelf.Add(content, TestKeys.Officers[officer]), choices.Chance(60) ? UpdateMode.Revoke : UpdateMode.Refuse, now);
    }

    private PolicyContent Content(OracleState state)
    {
        if (state.Policy is null || choices.Chance(4))
            return RandomPolicies.Make(choices, scale);
        return choices.Chance(15) ? choices.Pick(_former) with { Renames = [] } : PolicyEdits.Edit(choices, scale, state.Policy.Content);
    }

    private PolicyContent Damaged(PolicyContent content) => choices.Below(40) switch
    {
        37 => content with { Serial = 1, PredecessorSerial = 0, PredecessorDigest = default },
        38 => content with { PredecessorSerial = content.PredecessorSerial + 1, Serial = content.Serial + 1 },
        39 => content with { PredecessorDigest = TestKeys.Image("another policy") },
        _ => content,
    };
}
