using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Attaches a console: what the domain writes is seen there, and what is typed there goes in.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The console.</param>
public sealed record AttachConsole(DomainId Domain, ResourceId Resource) : Attach(Domain, Resource)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.AttachConsole;

    private protected override ResourceKind ResourceKind => ResourceKind.Console;

    private protected override Flows AttachedFlows => Flows.Both;
}
