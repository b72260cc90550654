using System.Collections.Generic;

namespace Cofferdam.Policy.Statements;

/// <summary>What came of reading a statement or a fact.</summary>
/// <typeparam name="T">Which of them.</typeparam>
/// <param name="Value">What it says, or null.</param>
/// <param name="Mentions">The names that it uses.</param>
/// <param name="Problem">Why it is none; null exactly when there is a value.</param>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Mention> Mentions, StatementProblem? Problem)
    where T : class;
