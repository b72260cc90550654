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
        return KeepRefusal(state, resource.Label, presence) is { } rule ? Answer.No(rule) : Answer.Yes("sharing-granted");
    }

    private static Answer OfVolume(OracleState state, string? label, OracleResource resource, Flows flows, Presence presence)
    {
        var kind = flows == Flows.In ? AccessKind.Volume : AccessKind.None;
        var reach = state.Rules.Reach(label, resource.Label, kind, 0, flows);
        return reach.IsAllowed && KeepRefusal(state, resource.Label, presence) is { } rule ? Answer.No(rule) : reach;
    }

    /// <summary>The rule by which keep(X) refuses, or null.</summary>
    public static string? KeepRefusal(OracleState state, string? label, Presence presence)
    {
        var isLeased = Needed(state.Rules, label).Where(need => need.Set.Mode == WallMode.History)
            .All(need => LeasesFor(state, need.Set, need.Position).Any());
        return isLeased ? state.Rules.WallHistory(state.Rules.TypesOf(label), presence) : "lease";
    }

    private static string? LeaseRefusal(OracleState state, string? label, ulong now) =>
        Needed(state.Rules, label).All(need => LeasesFor(state, need.Set, need.Position).Any(lease => now < lease.Expires)) ? null : "lease";

    private static IEnumerable<(ConflictContent Set, string Position)> Needed(OraclePolicy policy, string? label) => policy.Conflicts
        .Where(set => set.Scope is WallScope.Rack or WallScope.Zone)
        .SelectMany(set => Positions(policy, label, set).Select(position => (set, position)));

    private static IEnumerable<string> Positions(OraclePolicy policy, string? label, ConflictContent set) =>
        policy.TypesOf(label).Select(type => policy.Position(type, set)).OfType<string>();

    private static IEnumerable<PlacementLease> LeasesFor(OracleState state, ConflictContent set, string position)
    {
        if (state.Entry is not { } entry || PlaceOf(entry, set.Scope) is not { } place)
            return [];
        return state.LeasesThatCount.Where(lease =>
            lease.Set == KeyBook.Of(KeyKind.ConflictSet, set.Name)
            && lease.Position == KeyBook.Of(KeyKind.Type, position)
            && lease.Place == place
            && state.Rules.Lists(KeyRole.Placer, lease.Signer));
    }

    private static string? TicketRefusal(OracleState state, ulong now)
    {
        if (!state.Entry!.AttestationRequired)
            return null;
        var isValid = state.Tickets.Values.Any(ticket =>
            ticket.Host == state.Host && ticket.Boot == state.Boot && ticket.Policy == state.Rules.Digest && now < ticket.Expires
                && state.Rules.Lists(KeyRole.Verifier, ticket.Signer));
        return isValid ? null : "ticket";
    }
}
