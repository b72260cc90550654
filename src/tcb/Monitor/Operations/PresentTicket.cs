using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Presents a ticket that says that this host was appraised.</summary>
/// <param name="Ticket">The ticket, its signature verified.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record PresentTicket(HostTicket Ticket, ulong Now) : Operation
{
    /// <summary>The ticket.</summary>
    public HostTicket Ticket { get; init; } = Ticket ?? throw new System.ArgumentNullException(nameof(Ticket));

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.PresentTicket;

    private protected override Decision Check(State state)
    {
        if (Ticket.Host != state.Host || Ticket.Boot != state.Boot || Now >= Ticket.Expires)
            return Refuse(Rule.Ticket);
        if (!SpecKeys.HasRole(state.Policy!, Ticket.Signer, KeyRole.Verifier))
            return Refuse(Rule.Signer);
        return Find(state) < 0 && state.Tickets.Length + state.TicketsAwaited >= MonitorLimits.Tickets ? Refuse(Rule.Limit) : Allow;
    }

    internal override State Reserve(State state, PermitId permit) => state with { TicketsAwaited = state.TicketsAwaited + 1 };

    internal override State Commit(State state, Pending pending)
    {
        var at = Find(state);
        return Rollback(state, pending) with { Tickets = at < 0 ? state.Tickets.Add(Ticket) : state.Tickets.SetItem(at, Ticket) };
    }

    internal override State Rollback(State state, Pending pending) => state with { TicketsAwaited = state.TicketsAwaited - 1 };

    private int Find(State state)
    {
        for (var i = 0; i < state.Tickets.Length; i++)
        {
            if (state.Tickets[i].Policy == Ticket.Policy)
                return i;
        }
        return -1;
    }
}
