using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Rows of the table for certificates, tickets and leases, and for the boot that ends what tickets say.</summary>
internal static class EvidenceChecks
{
    public static string? Certify(OracleState state, CertifySanitized o)
    {
        if (!state.Residues.ContainsKey((o.Residue, o.Id)))
            return "unknown-object";
        var isOfDomain = o.Residue is ResidueKind.Memory or ResidueKind.Saved;
        var isOfResource = o.Residue is ResidueKind.Volume or ResidueKind.Vtpm;
        if ((isOfDomain || isOfResource) && state.IsHeld(isOfDomain, o.Id, exclusively: false))
            return "busy";
        if (state.Outstanding.Any(other => other is CertifySanitized certify && certify.Residue == o.Residue && certify.Id == o.Id))
            return "busy";
        return IsInUse(state, o) ? "in-use" : null;
    }

    public static string? Present(OracleState state, PresentTicket o)
    {
        var ticket = o.Ticket;
        if (ticket.Host != state.Host || ticket.Boot != state.Boot || o.Now >= ticket.Expires)
            return "ticket";
        if (!state.Rules.Lists(KeyRole.Verifier, ticket.Signer))
            return "signer";
        var count = state.Tickets.Count + state.Outstanding.OfType<PresentTicket>().Count();
        return state.Tickets.ContainsKey(ticket.Policy) || count < state.Limits.Tickets ? null : "limit";
    }

    public static string? Grant(OracleState state, GrantLease o)
    {
        if (o.Lease.Host != state.Host || o.Now >= o.Lease.Expires)
            return "lease";
        if (!state.Rules.Lists(KeyRole.Placer, o.Lease.Signer))
            return "signer";
        if (state.Outstanding.OfType<ReturnLease>().Any(o.Lease.IsFor))
            return "busy";
        var count = state.Leases.Count + state.Outstanding.OfType<GrantLease>().Count();
        return state.Leases.Any(o.Lease.IsFor) || count < state.Limits.Leases ? null : "limit";
    }

    public static string? Return(OracleState state, ReturnLease o)
    {
        var lease = state.Leases.FirstOrDefault(lease => lease.IsFor(o));
        if (lease is null)
            return "unknown-object";
        if (state.Outstanding.OfType<ReturnLease>().Any(lease.IsFor))
            return "busy";
        var set = state.Rules.Conflicts.FirstOrDefault(set => KeyBook.Of(KeyKind.ConflictSet, set.Name) == o.Set);
        return set is not null && IsPlace(state, set, o.Place) && IsNeeded(state, set, o.Position) ? "in-use" : null;
    }

    public static string? Boot(OracleState state, BootHost o)
    {
        if (o.Boot <= state.Boot)
            return "serial";
        return state.Permits.IsEmpty ? null : "busy";
    }

    private static bool IsInUse(OracleState state, CertifySanitized o) => o.Residue switch
    {
        ResidueKind.Memory => state.IsLive(o.Id),
        ResidueKind.Saved => state.Domains.ContainsKey(o.Id) && state.PhaseOf(o.Id) == Phase.Saved,
        ResidueKind.Volume or ResidueKind.Vtpm => state.IsInLiveUse(o.Id),
        _ => false,
    };

    private static bool IsPlace(OracleState state, ConflictContent set, StableKey place) =>
        state.Entry is { } entry && Standing.PlaceOf(entry, set.Scope) == place;

    private static bool IsNeeded(OracleState state, ConflictContent set, StableKey position) =>
        state.Presence().In(set.Mode)
            .Select(type => state.Rules.Position(type, set))
            .Any(needed => needed is not null && KeyBook.Of(KeyKind.Type, needed) == position);
}
