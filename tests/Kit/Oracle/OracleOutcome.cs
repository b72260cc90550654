using System.Collections.Immutable;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>What came of a prepare.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Permit">Number of the permit, or null when it was refused.</param>
/// <param name="Breaks">For an update that got so far: what it cuts.</param>
public sealed record OracleOutcome(Answer Answer, int? Permit, ImmutableArray<OracleBreak> Breaks);
