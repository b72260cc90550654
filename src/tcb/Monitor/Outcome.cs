using Cofferdam.Monitor.Operations;

namespace Cofferdam.Monitor;

/// <summary>A permit or a refusal: exactly one is there.</summary>
/// <typeparam name="TOperation">The kind of operation.</typeparam>
/// <param name="Permit">The permit, or null.</param>
/// <param name="Refusal">The refusal, or null.</param>
public readonly record struct Outcome<TOperation>(Permit<TOperation>? Permit, Refusal? Refusal)
    where TOperation : Operation;
