using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Monitor.Updates;

/// <summary>
/// Replays everything alive under a new policy, as if it came again in its order: domains, attachments, channels, permits. What would be
/// refused is what breaks; what is kept counts for all that follows (docs/SEMANTICS.md section 5).
/// </summary>
internal sealed class Replay
{
    private readonly ulong _now;
    private readonly HashSet<DomainId> _kept = [];
    private readonly ImmutableArray<Break>.Builder _breaks = ImmutableArray.CreateBuilder<Break>();
    private readonly Dictionary<PermitId, ImmutableArray<ushort>> _traces;
    private State _state;

    private Replay(State carried, Dictionary<PermitId, ImmutableArray<ushort>> traces, ulong now)
    {
        _state = carried;
        _traces = traces;
        _now = now;
    }

    /// <summary>Finds what breaks.</summary>
    /// <param name="carried">The state in terms of the new policy, its presence counting what nobody can cut.</param>
    /// <param name="traces">Types of the data that outstanding permits may leave.</param>
    /// <param name="now">The time that leases are held against.</param>
    public static ImmutableArray<Break> Of(State carried, Dictionary<PermitId, ImmutableArray<ushort>> traces, ulong now)
    {
        var replay = new Replay(carried, traces, now);
        var live = carried.Domains.Values.Where(domain => domain.IsLive).OrderBy(Order).ToList();
        foreach (var domain in live)
            replay.Replace(domain);
        foreach (var domain in live.Where(domain => replay._kept.Contains(domain.Id)))
            replay.ReplaceAttachments(domain);
        foreach (var domain in live.Where(domain => !replay._kept.Contains(domain.Id)))
            replay.ReplaceLeft(domain);
        foreach (var channel in carried.Channels.Values)
            replay.Replace(channel);
        foreach (var pending in carried.Pending.Values)
            replay.Replace(pending);
        return replay._breaks.ToImmutable();
    }

    /// <summary>Started ones in the order of their starts, then starting ones in the order of their ids.</summary>
    private static (bool, ulong) Order(Domain domain) => domain.Phase == Phase.Starting ? (true, domain.Id.Value) : (false, domain.StartOrder);

    private void Replace(Domain domain)
    {
        var starting = domain.Phase == Phase.Starting ? PermitOf(domain.Id) : default;
        var decision = Kept(Admission.Stands(_state, domain, _now), domain.Label, starting);
        if (!decision.IsAllowed)
        {
            _breaks.Add(new Break(BreakKind.Domain, domain.Id, default, default, starting, decision));
            return;
        }
        _kept.Add(domain.Id);
        _state = _state.CountLive(domain.Label, 1);
    }

    private void ReplaceAttachments(Domain domain)
    {
        foreach (var attachment in domain.Attachments)
        {
            var resource = _state.Resources[attachment.Resource];
            var decision = Kept(Attaching.Decide(_state, domain, resource, attachment.Flows), resource.Label, attachment.Permit);
            if (decision.IsAllowed)
                _state = _state.CountAttachment(resource, 1);
            else
                _breaks.Add(new Break(BreakKind.Attachment, domain.Id, attachment.Resource, default, attachment.Permit, decision));
        }
    }

    /// <summary>
    /// What stays attached to a domain that stops is present as what is attached to one that was not live; being attached, it goes with
    /// its permit.
    /// </summary>
    private void ReplaceLeft(Domain domain)
    {
        foreach (var attachment in domain.Attachments)
        {
            if (!attachment.Permit.IsNone)
                continue;
            var resource = _state.Resources[attachment.Resource];
            var decision = resource.KeepsData ? Wall.DecideHistory(_state, resource.Label) : Decision.Unconditional;
            if (decision.IsAllowed)
                _state = _state.CountAttachment(resource, 1);
            else
                _breaks.Add(new Break(BreakKind.Attachment, domain.Id, attachment.Resource, default, default, decision));
        }
    }

    private void Replace(Channel channel)
    {
        var decision = _kept.Contains(channel.Initiator) && _kept.Contains(channel.Target) ? Open.Stands(_state, channel) : Decision.Of(Rule.Owner);
        if (!decision.IsAllowed)
            _breaks.Add(new Break(BreakKind.Channel, channel.Initiator, default, channel.Id, channel.Permit, decision));
    }

    /// <summary>Permits that are not listed with what they reserved, but that cannot be committed any more, or that move information themselves.</summary>
    private void Replace(Pending pending)
    {
        if (_breaks.Any(broken => broken.Permit == pending.Permit))
            return;
        var decision = _breaks.Any(broken => Loses(pending.Operation, broken)) ? Decision.Of(Rule.Owner)
            : Kept(pending.Operation.Stands(_state), default, pending.Permit);
        if (!decision.IsAllowed)
            _breaks.Add(new Break(BreakKind.Permit, default, default, default, pending.Permit, decision));
    }

    /// <summary>
    /// A permit that could leave data under the former policy that is apart from what is kept breaks; what one that is kept may leave
    /// counts for all that follows.
    /// </summary>
    private Decision Kept(Decision decision, Label label, PermitId permit)
    {
        if (!decision.IsAllowed || permit.IsNone)
            return decision;
        var types = _traces[permit].AsSpan();
        var wall = Wall.DecideHistory(_state, label, types);
        if (!wall.IsAllowed)
            return wall;
        _state = _state with { Presence = _state.Presence.Trace(_state.Policy!, types, 1) };
        return decision;
    }

    /// <summary>True when a break takes away what the operation is about.</summary>
    private bool Loses(Operation operation, Break broken) => broken.Kind switch
    {
        BreakKind.Domain => operation.Involves(_state, broken.Domain),
        BreakKind.Attachment => operation.Involves(_state, broken.Domain, broken.Resource),
        _ => false,
    };

    private PermitId PermitOf(DomainId id) =>
        _state.Pending.Values.First(pending => pending.Operation is LifeCycle operation && operation.Domain == id).Permit;
}
