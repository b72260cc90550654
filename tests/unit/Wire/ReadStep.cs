namespace Cofferdam.Tests.Unit.Wire;

/// <summary>One call of a reader.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Length">How many bytes, for those that take a length.</param>
internal sealed record ReadStep(ReadKind Kind, int Length);
