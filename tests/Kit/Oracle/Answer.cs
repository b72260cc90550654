namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>What the oracle says: the id of the rule that decided, as docs/reference/rules.md has it, and which way.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="IsAllowed">True when the operation may go on.</param>
public readonly record struct Answer(string Rule, bool IsAllowed)
{
    /// <summary>Allowed by a rule.</summary>
    public static Answer Yes(string rule) => new(rule, true);

    /// <summary>Refused by a rule.</summary>
    public static Answer No(string rule) => new(rule, false);

    /// <summary>The rule of the refusal, or null when it is allowed: what a chain of checks with ?? is made of.</summary>
    public string? Refusal => IsAllowed ? null : Rule;

    /// <inheritdoc />
    public override string ToString() => $"{(IsAllowed ? "allowed" : "refused")} by {Rule}";
}
