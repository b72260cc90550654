using System.Collections.Generic;

namespace Cofferdam.Model.Shapes;

/// <summary>What a value in a project file may look like. One description drives the reader, the JSON Schema and the reference page.</summary>
/// <param name="Doc">What the value means, for the schema and the reference.</param>
public abstract record Shape(string Doc);

/// <summary>Text of a bounded length.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Most">Characters at most.</param>
public sealed record TextShape(string Doc, int Most = ModelLimits.TextLength) : Shape(Doc);

/// <summary>Text that matches a pattern.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Pattern">A regular expression for the whole text.</param>
/// <param name="Example">An example, for messages.</param>
/// <param name="IsName">True for names of things, whose errors have a code of their own.</param>
public sealed record PatternShape(string Doc, string Pattern, string Example, bool IsName = false) : Shape(Doc);

/// <summary>One of a few words.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Words">The words.</param>
public sealed record WordShape(string Doc, IReadOnlyList<string> Words) : Shape(Doc)
{
    /// <summary>Words that are understood too, only to be refused with a reason.</summary>
    public IReadOnlyList<string> AlsoRead { get; init; } = [];
}

/// <summary>A whole number.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Least">The smallest allowed.</param>
/// <param name="Most">The largest allowed.</param>
public sealed record NumberShape(string Doc, ulong Least, ulong Most) : Shape(Doc);

/// <summary>true or false.</summary>
/// <param name="Doc">What it means.</param>
public sealed record FlagShape(string Doc) : Shape(Doc);

/// <summary>A sequence.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Item">The shape of each item.</param>
/// <param name="Least">How many there are at least.</param>
public sealed record ListShape(string Doc, Shape Item, int Least = 0) : Shape(Doc)
{
    /// <summary>True when the same item twice is a mistake.</summary>
    public bool IsSet { get; init; } = true;
}

/// <summary>A mapping from names to values of one shape.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Key">The shape of the names.</param>
/// <param name="Value">The shape of the values.</param>
public sealed record MapShape(string Doc, Shape Key, Shape Value) : Shape(Doc);

/// <summary>A mapping with fixed keys.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Fields">The keys.</param>
public sealed record RecordShape(string Doc, IReadOnlyList<Field> Fields) : Shape(Doc)
{
    /// <summary>Exactly one of these keys must be there; empty when there is no such rule.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];
}

/// <summary>One of several shapes, told apart by being a scalar, a sequence or a mapping.</summary>
/// <param name="Doc">What it means.</param>
/// <param name="Options">The shapes; at most one of each sort.</param>
public sealed record ChoiceShape(string Doc, IReadOnlyList<Shape> Options) : Shape(Doc);

/// <summary>A key of a mapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of its value.</param>
/// <param name="IsRequired">True when it must be there.</param>
public sealed record Field(string Name, Shape Shape, bool IsRequired = false);
