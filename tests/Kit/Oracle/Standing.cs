using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Section 3 of docs/SEMANTICS.md: attach-decision, standing and admission, against a presence that the caller gives.</summary>
public static class Standing
{
    /// <summary>attach-decision(D, R, mode).</summary>
    public static Answer OfAttachment(OracleState state, OracleAttachment attachment, Presence presence)
    {
        var resource = state.Resources[attachment.Resource];
        var label = state.Domains[attachment.Domain].Label;
        return resource.Kind switch
        {
            ResourceKind.Vtpm => OfVtpm(state, attachment.Domain, label, resource, presence),
            ResourceKind.Volume => OfVolume(state, label, resource, attachment.Flows, presence),
            ResourceKind.Network => state.Rules.Reach(label, resource.Label, AccessKind.None, 0, attachment.Flows),
            _ => state.Rules.Reach(label, resource.Label, AccessKind.None, 0, Flows.Both),
        };
    }

    /// <summary>The rule by which standing(D) refuses, or null.</summary>
    public static string? Refusal(OracleState state, OracleDomain domain, ulong now, Presence presence)
    {
        var policy = state.Rules;
        if (domain.Label is null && !policy.Content.Quarantine)
            return "unlabelled";
        if (!domain.Images.All(policy.Content.Images.Contains))
            return "image";
        return HostRefusal(state, domain.Label)
            ?? LeaseRefusal(state, domain.Label, now)
            ?? policy.Wall(policy.TypesOf(domain.Label), presence);
    }

    /// <summary>The rule by which the host may not run a label, or null.</summary>
    public static string? HostRefusal(OracleState state, string? label)
    {
        if (state.Entry is not { } entry)
            return "host-unknown";
        return state.Rules.TypesOf(label).All(entry.Runs.Contains) ? null : "host";
    }

    /// <summary>The rule by which admission(D) refuses, or null.</summary>
    public static string? AdmissionRefusal(OracleState state, OracleDomain domain, ulong now)
    {
        if (domain.Phase == Phase.Saved && domain.SavedLabel != domain.Label)
            return "relabelled";
        if (domain.Label is not null && !state.Rules.Lists(KeyRole.Spec, domain.SpecKey, domain.Label))
            return "spec-key";
        var presence = state.Presence();
        return Refusal(state, domain, now, presence)
            ?? TicketRefusal(state, now)
            ?? state.AttachmentsOf(domain.Id).Select(attachment => ReadmissionRefusal(state, attachment, presence)).FirstOrDefault(rule => rule is not null);
    }

    /// <summary>The place of a host for a scope, or null.</summary>
    public static StableKey? PlaceOf(HostContent entry, WallScope scope) => scope switch
    {
        WallScope.Rack when entry.Rack.Length > 0 => KeyBook.Of(KeyKind.Rack, entry.Rack),
        WallScope.Zone when entry.Zone.Length > 0 => KeyBook.Of(KeyKind.Zone, entry.Zone),
        _ => null,
    };

    private static string? ReadmissionRefusal(OracleState state, OracleAttachment attachment, Presence presence) =>
        state.NotOpen(new ResourceId(attachment.Resource)) ?? OfAttachment(state, attachment, presence).Refusal;

    private static Answer OfVtpm(OracleState state, ulong domain, string? label, OracleResource resource, Presence presence)
    {
        if (resource.BoundTo != domain)
            return Answer.No("bound");
        if (resource.Label != label)
            return Answer.No("relabelled");
        var wall = state.Rules.WallHistory(state.Rules.TypesOf(resource.Label), presence);
        return wall is null ? Answer.Yes("sharing-granted") : Answer.No(wall);
    }

    private static Answer OfVolume(OracleState state, string? label, OracleResource resource, Flows flows, Presence presence)
    {
        var kind = flows == Flows.In ? AccessKind.Volume : AccessKind.None;
        var reach = state.Rules.Reach(label, resource.Label, kind, 0, flows);
        if (!reach.IsAllowed)
            return reach;
        var wall = state.Rules.WallHistory(state.Rules.TypesOf(resource.Label), presence);
        return wall is null ? reach : Answer.No(wall);
    }

    private static string? LeaseRefusal(OracleState state, string? label, ulong now)
    {
        var policy = state.Rules;
        var scattered = policy.Conflicts.Where(set => set.Scope is WallScope.Rack or WallScope.Zone);
        var needed = scattered.SelectMany(set => Positions(policy, label, set).Select(position => (set, position)));
        return needed.All(need => HasLease(state, need.set, need.position, now)) ? null : "lease";
    }

    private static IEnumerable<string> Positions(OraclePolicy policy, string? label, ConflictContent set) =>
        policy.TypesOf(label).Select(type => policy.Position(type, set)).OfType<string>();

    private static bool HasLease(OracleState state, ConflictContent set, string position, ulong now)
    {
        var place = PlaceOf(state.Entry!, set.Scope);
        return state.LeasesThatCount.Any(lease =>
            lease.Set == KeyBook.Of(KeyKind.ConflictSet, set.Name)
            && lease.Position == KeyBook.Of(KeyKind.Type, position)
            && lease.Place == place
            && now < lease.Expires);
    }

    private static string? TicketRefusal(OracleState state, ulong now)
    {
        if (!state.Entry!.AttestationRequired)
            return null;
        var isValid = state.Tickets.Values.Any(ticket =>
            ticket.Host == state.Host && ticket.Boot == state.Boot && ticket.Policy == state.Rules.Digest && now < ticket.Expires);
        return isValid ? null : "ticket";
    }
}
