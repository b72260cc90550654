using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Decisions;

/// <summary>
/// What the monitor decided, and by which rule. A value without allocation; the default value is a refusal. <see cref="Refusal"/> adds what
/// an explanation needs.
/// </summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Subject">The asking label, where labels were compared.</param>
/// <param name="Other">The other label.</param>
/// <param name="Item">Index in the policy of the channel or conflict set that the rule is about, or -1.</param>
public readonly record struct Decision(Rule Rule, Label Subject, Label Other, int Item)
{
    /// <summary>True when it is allowed. All rules that grant come after all that refuse.</summary>
    public bool IsAllowed => Rule >= Rule.SharingGranted;

    internal static Decision Unconditional => new(Rule.Unconditional, default, default, -1);

    internal static Decision Of(Rule rule, Label subject = default, Label other = default, int item = -1) => new(rule, subject, other, item);
}
