using Cofferdam.Monitor;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>The two permits of one operation.</summary>
/// <param name="Number">Number of the oracle's.</param>
/// <param name="Permit">The monitor's.</param>
public sealed record PermitPair(int Number, Permit Permit)
{
    /// <summary>The operation.</summary>
    public Operation Operation => Permit.Permitted;
}
