using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Begins a new boot of the host: nothing is live, no ticket counts; residues, attachments and leases stay.</summary>
/// <param name="Boot">Counter of the boot.</param>
public sealed record BootHost(ulong Boot) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.BootHost;

    private protected override bool WorksWithoutPolicy => true;

    private protected override Decision Check(State state)
    {
        if (Boot <= state.Boot)
            return Refuse(Rule.Serial);
        return state.Pending.IsEmpty ? Allow : Refuse(Rule.Busy);
    }

    /// <summary>Nothing begins while the end of everything is being recorded.</summary>
    internal override State Reserve(State state, PermitId permit) => state with { IsUpdating = true };

    internal override State Rollback(State state, Pending pending) => state with { IsUpdating = false };

    internal override State Commit(State state, Pending pending)
    {
        foreach (var domain in state.Domains.Values)
        {
            if (domain.IsLive)
                state = state.Move(domain.Id, Phase.Defined).CloseChannelsOf(domain.Id);
        }
        return state with { Boot = Boot, Tickets = [], IsUpdating = false };
    }
}
