using System.Collections.Immutable;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;

namespace Cofferdam.Monitor.Entities;

/// <summary>An operation whose permit is outstanding.</summary>
/// <param name="Permit">The permit.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Label">The label that it will give, when it gives one; carried over by updates.</param>
/// <param name="Breaks">For an update: what it will cut, as it was planned.</param>
public sealed record Pending(PermitId Permit, Operation Operation, Label Label, ImmutableArray<Break> Breaks);
