using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Opens a memory window between two domains, one way or both.</summary>
/// <param name="Channel">A fresh id.</param>
/// <param name="Initiator">The domain that opens it.</param>
/// <param name="Target">The other end.</param>
/// <param name="Flows">Where information is to move, seen from the initiator.</param>
public sealed record OpenWindow(ChannelId Channel, DomainId Initiator, DomainId Target, Flows Flows) : Open(Channel, Initiator, Target)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.OpenWindow;

    private protected override Channel Describe(PermitId permit) => new(Channel, AccessKind.Memory, Initiator, Target, 0, Flows & Flows.Both, permit);

    private protected override Decision Check(CompiledPolicy policy, Domain initiator, Domain target) =>
        Reach.Decide(policy, initiator.Label, target.Label, AccessKind.Memory, 0, Flows & Flows.Both);
}
