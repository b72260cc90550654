using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Stops a domain. Its channels close; what is attached stays attached; its memory stays a residue until it is wiped.</summary>
/// <param name="Domain">The domain.</param>
public sealed record StopDomain(DomainId Domain) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.StopDomain;

    private protected override bool Fits(Domain domain) => domain.IsUp;

    internal override State Commit(State state, Pending pending) => state.Free(Domain).Move(Domain, Phase.Defined).CloseChannelsOf(Domain);
}
