using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;

namespace Cofferdam.Policy.Statements;

/// <summary>What the monitor answers to a statement.</summary>
/// <param name="Decision">Its decision.</param>
/// <param name="Refusal">Its refusal with what stands in the way, when it refused an operation.</param>
/// <param name="Problem">Why the statement could not be put, for example a given that cannot be; empty when it could.</param>
public sealed record Answer(Decision Decision, Refusal? Refusal, string Problem)
{
    /// <summary>True when the statement is allowed.</summary>
    public bool IsAllowed => Problem.Length == 0 && Decision.IsAllowed;

    /// <summary>A statement that could not be put.</summary>
    public static Answer Impossible(string problem) => new(default, null, problem);
}
