using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>
/// What opening a connection or a window has in common. From prepare on the channel counts; an update asks <see cref="Stands"/> of it
/// again.
/// </summary>
public abstract record Open : Operation
{
    private protected Open(ChannelId channel, DomainId initiator, DomainId target)
    {
        Channel = channel;
        Initiator = initiator;
        Target = target;
    }

    /// <summary>A fresh id for the channel.</summary>
    public ChannelId Channel { get; init; }

    /// <summary>The domain that opens it.</summary>
    public DomainId Initiator { get; init; }

    /// <summary>The other end.</summary>
    public DomainId Target { get; init; }

    private protected abstract Channel Describe(PermitId permit);

    private protected sealed override Decision Check(State state)
    {
        if (state.Channels.Count >= MonitorLimits.Channels)
            return Refuse(Rule.Limit);
        if (state.Channels.ContainsKey(Channel))
            return Refuse(Rule.Exists);
        if (!state.Domains.TryGetValue(Initiator, out var initiator) || !state.Domains.TryGetValue(Target, out var target))
            return Refuse(Rule.UnknownObject);
        if (!initiator.Hold.IsOpen || !target.Hold.IsOpen)
            return Refuse(Rule.Busy, initiator.Label, target.Label);
        if (initiator.Phase != Phase.Running || target.Phase != Phase.Running)
            return Refuse(Rule.Phase, initiator.Label, target.Label);
        return Check(state.Policy!, initiator, target);
    }

    private protected abstract Decision Check(CompiledPolicy policy, Domain initiator, Domain target);

    /// <summary>The decision about an open channel, as when it was opened.</summary>
    internal static Decision Stands(State state, Channel channel) => Reach.Decide(
        state.Policy!, state.Domains[channel.Initiator].Label, state.Domains[channel.Target].Label, channel.Kind, channel.Port, channel.Flows);

    internal override bool Involves(State state, DomainId domain) => domain == Initiator || domain == Target;

    internal override bool Involves(State state, DomainId domain, ResourceId resource) => false;

    internal override State Reserve(State state, PermitId permit) => state.Join(Initiator).Join(Target).With(Describe(permit));

    internal override State Commit(State state, Pending pending) => state.Leave(Initiator).Leave(Target).With(Describe(default));

    internal override State Rollback(State state, Pending pending)
    {
        var left = state.Leave(Initiator).Leave(Target);
        return left with { Channels = left.Channels.Remove(Channel) };
    }
}
