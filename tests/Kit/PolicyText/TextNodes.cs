using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>A value to be written as YAML.</summary>
public abstract record TextNode;

/// <summary>A scalar.</summary>
/// <param name="Text">Its text.</param>
/// <param name="MayBeQuoted">False for numbers and truth values.</param>
public sealed record TextScalar(string Text, bool MayBeQuoted = true) : TextNode;

/// <summary>A sequence.</summary>
/// <param name="Items">Its items.</param>
public sealed record TextList(IReadOnlyList<TextNode> Items) : TextNode;

/// <summary>A mapping.</summary>
/// <param name="Entries">Its entries.</param>
public sealed record TextMap(IReadOnlyList<(string Key, TextNode Value)> Entries) : TextNode;
