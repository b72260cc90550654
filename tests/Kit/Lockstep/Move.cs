using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>One thing done to a host: an operation prepared, or an earlier one ended.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Operation">The operation, as the very object that was prepared.</param>
public sealed record Move(MoveKind Kind, Operation Operation);
