using System.Collections.Immutable;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>An operation that was allowed and is neither committed nor rolled back.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Label">The label that it gives (creations and relabellings), else null.</param>
/// <param name="Breaks">For an update: what it cuts.</param>
public sealed record OraclePermit(int Number, Operation Operation, string? Label, ImmutableArray<OracleBreak> Breaks);
