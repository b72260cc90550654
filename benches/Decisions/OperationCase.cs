using Cofferdam.Monitor;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Bench.Decisions;

/// <summary>A question to the monitor about a whole operation.</summary>
/// <param name="State">The state it is asked in.</param>
/// <param name="Operation">The operation.</param>
/// <param name="IsAllowed">What the answer must be, lest something else be measured than is meant.</param>
internal sealed record OperationCase(State State, Operation Operation, bool IsAllowed)
{
    /// <summary>What the table calls it.</summary>
    public string Name => $"{Operation.Kind} {(IsAllowed ? "allowed" : "refused")}";
}
