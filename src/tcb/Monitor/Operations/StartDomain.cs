using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Starts a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record StartDomain(DomainId Domain, ulong Now) : Enter(Domain, Now)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.StartDomain;
}
