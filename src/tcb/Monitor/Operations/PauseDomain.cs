using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Halts a running domain. It stays present.</summary>
/// <param name="Domain">The domain.</param>
public sealed record PauseDomain(DomainId Domain) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.PauseDomain;

    private protected override bool Fits(Domain domain) => domain.Phase == Phase.Running;

    internal override State Commit(State state, Pending pending) => state.Free(Domain).Move(Domain, Phase.Paused);
}
