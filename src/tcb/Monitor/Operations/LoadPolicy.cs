using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Brings a policy into force: the first one, or an update of the one in force. All or nothing (docs/SEMANTICS.md section 5).</summary>
/// <param name="Image">The policy, its signature verified with the key inside.</param>
/// <param name="Mode">Whether what it breaks refuses it or is cut.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record LoadPolicy(CompiledPolicy Image, UpdateMode Mode, ulong Now) : Operation
{
    /// <summary>The policy.</summary>
    public CompiledPolicy Image { get; init; } = Image ?? throw new System.ArgumentNullException(nameof(Image));

    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.LoadPolicy;

    private protected override bool WorksWithoutPolicy => true;

    /// <summary>What it would do to a snapshot.</summary>
    public UpdatePlan Plan(State state)
    {
        System.ArgumentNullException.ThrowIfNull(state);
        if (state.IsUpdating)
            return new UpdatePlan(Refuse(Rule.Updating), []);
        var succession = CheckSuccession(state);
        return succession.IsAllowed ? PlanReplay(state) : new UpdatePlan(succession, []);
    }

    private protected override Decision Check(State state) => Plan(state).Decision;

    private Decision CheckSuccession(State state)
    {
        if (state.Policy is not { } former)
            return Image.Signer == state.Anchor && !Image.Signer.IsZero ? Allow : Refuse(Rule.Signer);
        if (!SpecKeys.HasRole(former, Image.Signer, KeyRole.Officer))
            return Refuse(Rule.Signer);
        if (Image.Serial <= former.Serial)
            return Refuse(Rule.Serial);
        return Image.PredecessorSerial == former.Serial && Image.PredecessorDigest == former.Digest ? Allow : Refuse(Rule.Predecessor);
    }

    private UpdatePlan PlanReplay(State state)
    {
        var carried = Carry.Over(state, Image, out var next);
        if (!carried.IsAllowed)
            return new UpdatePlan(carried, []);
        next = next with { Presence = Recount.Fixed(next, live: false) };
        var broken = Wall.FirstBroken(Image, next.Presence);
        if (broken >= 0)
            return new UpdatePlan(Decision.Of(Rule.History, item: broken), []);
        var breaks = Replay.Of(next, Carry.Traces(state, Image), Now);
        var stops = Mode != UpdateMode.Revoke && !breaks.IsEmpty;
        return new UpdatePlan(stops ? Refuse(Rule.WouldBreak) : Allow, breaks);
    }

    internal override State Reserve(State state, PermitId permit) => state with { IsUpdating = true };

    internal override State Commit(State state, Pending pending)
    {
        Carry.Over(state with { IsUpdating = false }, Image, out var next);
        next = next with { Presence = Recount.All(next), Tickets = next.Tickets.RemoveAll(ticket => ticket.Policy != Image.Digest) };
        foreach (var broken in pending.Breaks)
            next = Cut(next, broken);
        foreach (var domain in next.Domains.Values)
            next = domain.IsLive ? Mark(next, domain) : next;
        return next;
    }

    internal override State Rollback(State state, Pending pending) => state with { IsUpdating = false };

    /// <summary>Cuts what the plan lists. What its permit had reserved has been rolled back before, and is not there any more.</summary>
    private static State Cut(State state, Break broken) => broken.Kind switch
    {
        BreakKind.Domain when state.Domains[broken.Domain].IsLive => state.Move(broken.Domain, Phase.Defined).CloseChannelsOf(broken.Domain),
        BreakKind.Attachment when state.Domains[broken.Domain].TryAttachment(broken.Resource, out _) => state.Detach(broken.Domain, broken.Resource),
        BreakKind.Channel => state with { Channels = state.Channels.Remove(broken.Channel) },
        _ => state,
    };

    /// <summary>What lives on under the new policy may from now on hold data of the types that its label has there.</summary>
    private static State Mark(State state, Domain domain)
    {
        if (domain.Phase != Phase.Starting)
            state = state.LeaveResidue(new ResidueId(ResidueKind.Memory, domain.Id.Value), domain.Label);
        foreach (var attachment in domain.Attachments)
        {
            if (attachment.Permit.IsNone)
                state = state.LeaveData(attachment.Resource);
        }
        return state;
    }
}
