namespace Cofferdam.Policy.Statements;

/// <summary>What a name in a statement is the name of.</summary>
public enum NamedThing
{
    /// <summary>A label.</summary>
    Label,

    /// <summary>A fixture.</summary>
    Fixture,

    /// <summary>A host.</summary>
    Host,
}
