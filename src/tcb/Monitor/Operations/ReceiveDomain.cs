using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Takes in a domain that migrates here: what it asks is what a start asks.</summary>
/// <param name="Domain">The domain, created here before.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record ReceiveDomain(DomainId Domain, ulong Now) : Enter(Domain, Now)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.ReceiveDomain;
}
