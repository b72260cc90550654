using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Connects a domain to a vsock port of another. A stream moves information both ways.</summary>
/// <param name="Channel">A fresh id.</param>
/// <param name="Initiator">The domain that connects.</param>
/// <param name="Target">The domain that it connects to.</param>
/// <param name="Port">The port, not 0.</param>
public sealed record OpenConnection(ChannelId Channel, DomainId Initiator, DomainId Target, uint Port) : Open(Channel, Initiator, Target)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.OpenConnection;

    private protected override Channel Describe(PermitId permit) => new(Channel, AccessKind.Vsock, Initiator, Target, Port, Flows.Both, permit);

    private protected override Decision Check(CompiledPolicy policy, Domain initiator, Domain target) =>
        Port == 0 ? Refuse(Rule.Kind, initiator.Label, target.Label) : Reach.Decide(policy, initiator.Label, target.Label, AccessKind.Vsock, Port, Flows.Both);
}
