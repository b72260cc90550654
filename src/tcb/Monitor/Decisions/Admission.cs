using System;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Decisions;

/// <summary>May a domain become, or stay, live on this host (docs/SEMANTICS.md section 3). Allocates nothing.</summary>
internal static class Admission
{
    /// <summary>Everything that is asked when a domain starts, resumes or arrives.</summary>
    public static Decision Decide(State state, Domain domain, ulong now)
    {
        if (domain.HasSavedState && domain.SavedLabel != domain.Label)
            return Decision.Of(Rule.Relabelled, domain.Label, domain.SavedLabel);
        if (!domain.Label.IsUnlabelled && !SpecKeys.MaySign(state.Policy!, domain.SpecKey, domain.Label))
            return Decision.Of(Rule.SpecKey, domain.Label);
        var standing = Stands(state, domain, now);
        if (!standing.IsAllowed)
            return standing;
        if (!HasTicket(state, now))
            return Decision.Of(Rule.Ticket, domain.Label);
        foreach (var attachment in domain.Attachments)
        {
            var resource = state.Resources[attachment.Resource];
            if (!resource.Hold.IsOpen)
                return Decision.Of(Rule.Busy, domain.Label, resource.Label);
            var decision = Attaching.Decide(state, domain, resource, attachment.Flows);
            if (!decision.IsAllowed)
                return decision;
        }
        return Decision.Unconditional;
    }

    /// <summary>What must hold as long as a domain lives; an update asks it again of every live domain.</summary>
    public static Decision Stands(State state, Domain domain, ulong now)
    {
        var policy = state.Policy!;
        if (domain.Label.IsUnlabelled && !policy.Quarantine)
            return Decision.Of(Rule.Unlabelled);
        foreach (var image in domain.Images)
        {
            if (!IsListed(policy, image))
                return Decision.Of(Rule.Image, domain.Label);
        }
        var host = OnHost(state, domain.Label);
        if (!host.IsAllowed)
            return host;
        var lease = Leased(state, domain.Label, now, historyOnly: false);
        return lease.IsAllowed ? Wall.Decide(state, domain.Label) : lease;
    }

    /// <summary>May this host run the label at all.</summary>
    public static Decision OnHost(State state, Label label)
    {
        if (state.HostEntry < 0)
            return Decision.Of(Rule.HostUnknown, label);
        foreach (var type in state.TypesOf(label))
        {
            if (!state.Policy!.HostRuns(state.HostEntry, type))
                return Decision.Of(Rule.Host, label);
        }
        return Decision.Unconditional;
    }

    public static bool IsListed(CompiledPolicy policy, Digest image) => policy.Images.BinarySearch<Digest, Digest>(image) >= 0;

    /// <summary>
    /// May data of a label come to be kept here. A lease that has expired still does for that: until it is given back its place is nobody else's.
    /// </summary>
    public static Decision MayKeep(State state, Label label)
    {
        var lease = Leased(state, label, now: 0, historyOnly: true);
        return lease.IsAllowed ? Wall.DecideHistory(state, label) : lease;
    }

    private static Decision Leased(State state, Label label, ulong now, bool historyOnly)
    {
        var policy = state.Policy!;
        var missing = int.MaxValue;
        foreach (var type in state.TypesOf(label))
        {
            foreach (var seat in policy.SeatsOf(type))
            {
                var isAsked = !historyOnly || policy.Conflicts[policy.ConflictOf(seat)].Mode == WallMode.History;
                if (isAsked && !HasLease(state, seat, now))
                    missing = Math.Min(missing, policy.ConflictOf(seat));
            }
        }
        return missing == int.MaxValue ? Decision.Unconditional : Decision.Of(Rule.Lease, label, item: missing);
    }

    private static bool HasLease(State state, int seat, ulong now)
    {
        var policy = state.Policy!;
        ref readonly var conflict = ref policy.Conflicts[policy.ConflictOf(seat)];
        if (conflict.Scope == WallScope.Host)
            return true;
        if (state.HostEntry < 0)
            return false;
        var place = PlaceOf(state, conflict.Scope);
        foreach (var lease in state.Leases)
        {
            if (!place.IsZero && lease.Counts(conflict.Key, policy.Types[policy.Members[seat]].Key, place, now)
                && SpecKeys.HasRole(policy, lease.Lease.Signer, KeyRole.Placer))
                return true;
        }
        return false;
    }

    /// <summary>The rack or zone that this host stands in.</summary>
    public static StableKey PlaceOf(State state, WallScope scope)
    {
        ref readonly var host = ref state.Policy!.Hosts[state.HostEntry];
        return scope == WallScope.Rack ? host.Rack : host.Zone;
    }

    private static bool HasTicket(State state, ulong now)
    {
        if (!state.Policy!.Hosts[state.HostEntry].AttestationRequired)
            return true;
        foreach (var ticket in state.Tickets)
        {
            var isOurs = ticket.Policy == state.Policy.Digest && ticket.Boot == state.Boot && ticket.Host == state.Host;
            if (isOurs && now < ticket.Expires && SpecKeys.HasRole(state.Policy, ticket.Signer, KeyRole.Verifier))
                return true;
        }
        return false;
    }
}
