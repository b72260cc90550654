using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Closes a connection or window.</summary>
/// <param name="Channel">The channel.</param>
public sealed record CloseChannel(ChannelId Channel) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.CloseChannel;

    private protected override Decision Check(State state)
    {
        if (!state.Channels.TryGetValue(Channel, out var channel))
            return Refuse(Rule.UnknownObject);
        var ends = state.Domains[channel.Initiator].Hold.IsOpen && state.Domains[channel.Target].Hold.IsOpen;
        return channel.Permit.IsNone && ends ? Allow : Refuse(Rule.Busy);
    }

    internal override bool Involves(State state, DomainId domain) => state.Channels[Channel].Joins(domain);

    internal override bool Involves(State state, DomainId domain, ResourceId resource) => false;

    internal override State Reserve(State state, PermitId permit)
    {
        var channel = state.Channels[Channel];
        return state.Join(channel.Initiator).Join(channel.Target).With(channel with { Permit = permit });
    }

    internal override State Commit(State state, Pending pending)
    {
        var left = Left(state);
        return left with { Channels = left.Channels.Remove(Channel) };
    }

    internal override State Rollback(State state, Pending pending) => Left(state).With(state.Channels[Channel] with { Permit = default });

    private State Left(State state) => state.Leave(state.Channels[Channel].Initiator).Leave(state.Channels[Channel].Target);
}
