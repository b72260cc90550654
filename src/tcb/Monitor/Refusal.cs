using System.Collections.Immutable;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor;

/// <summary>
/// Why an operation may not be done, as a value that carries all an explanation needs: rule, both labels and item (in
/// <see cref="Decision"/>), the operation with its operands, the policy's serial and digest, and what stands in the way.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Decision">The decision.</param>
/// <param name="PolicySerial">Serial of the policy that decided; 0 for none.</param>
/// <param name="PolicyDigest">Digest of the policy that decided; zero for none.</param>
/// <param name="Obstacles">For the Chinese Wall: what is present that conflicts.</param>
/// <param name="Breaks">For an update: what it would break.</param>
public sealed record Refusal(
    Operation Operation, Decision Decision, ulong PolicySerial, Digest PolicyDigest, ImmutableArray<Obstacle> Obstacles, ImmutableArray<Break> Breaks)
{
    /// <summary>The rule that refused.</summary>
    public Rule Rule => Decision.Rule;
}
