using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Decisions;

/// <summary>May something get a label by a spec: the label exists and its owner signed; or there is none and the policy takes that.</summary>
internal static class Labelling
{
    /// <summary>The label with this key; none for the zero key or a key that the policy does not have.</summary>
    public static Label Find(State state, StableKey key) => key.IsZero ? default : Label.At(state.Policy!.FindLabel(key));

    /// <summary>Decides on a domain's label.</summary>
    public static Decision Decide(State state, StableKey key, Digest specKey)
    {
        if (key.IsZero)
            return state.Policy!.Quarantine ? Decision.Unconditional : Decision.Of(Rule.Unlabelled);
        var label = Find(state, key);
        if (label.IsUnlabelled)
            return Decision.Of(Rule.UnknownLabel);
        return SpecKeys.MaySign(state.Policy!, specKey, label) ? Decision.Unconditional : Decision.Of(Rule.SpecKey, label);
    }

    /// <summary>Decides on a resource's label: one type and no range, or it would be a conduit.</summary>
    public static Decision DecideResource(State state, StableKey key, Digest specKey)
    {
        var label = Find(state, key);
        if (!label.IsUnlabelled && !FitsResource(state.Policy!, label))
            return Decision.Of(Rule.ResourceLabel, label);
        return Decide(state, key, specKey);
    }

    public static bool FitsResource(CompiledPolicy policy, Label label)
    {
        ref readonly var entry = ref policy.Labels[label.Index];
        return entry.TypeCount == 1 && !entry.Levels.IsRange;
    }
}
