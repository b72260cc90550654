namespace Cofferdam.Policy.Statements;

/// <summary>A name that a statement uses.</summary>
/// <param name="Thing">What it is the name of.</param>
/// <param name="Name">The name.</param>
/// <param name="Offset">Where in the statement it begins.</param>
public readonly record struct Mention(NamedThing Thing, string Name, int Offset);
