namespace Cofferdam.Bench.Harness;

/// <summary>A result, as the last line of a benchmark says it.</summary>
/// <param name="Value">The value, rounded to what is worth saying.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The goal in words, or "context".</param>
/// <param name="Met">True when the goal is met, or there is none.</param>
internal sealed record Figure(double Value, string Unit, string Goal, bool Met);
