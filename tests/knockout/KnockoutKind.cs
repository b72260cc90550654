namespace Cofferdam.Tests.Knockout;

/// <summary>Kinds of parts that can be switched off.</summary>
public enum KnockoutKind
{
    /// <summary>A rule: wherever it would refuse, it is allowed instead.</summary>
    Rule,

    /// <summary>A rule in one place.</summary>
    Place,

    /// <summary>
    /// The hook of an operation: whatever is asked is allowed, as long as a policy is in force and no update is under way.
    /// </summary>
    Hook,

    /// <summary>A method that makes the next state, such as a reservation or a commit: it gives back the state that it was given.</summary>
    Step,

    /// <summary>A method that does something or finds something: it returns at once, having found nothing.</summary>
    Act,
}
