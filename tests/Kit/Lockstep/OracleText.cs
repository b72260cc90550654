using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>The oracle's state in lines, to be held against <see cref="MonitorText"/>.</summary>
public static class OracleText
{
    /// <summary>The state in lines.</summary>
    public static IEnumerable<string> Of(OracleState state) =>
    [
        $"policy {state.Policy?.Digest}, boot {state.Boot}",
        .. state.Domains.Values.Select(domain => Domain(state, domain)),
        .. state.Resources.Values.Select(resource => Resource(state, resource)),
        .. state.Channels.OrderBy(channel => channel.Id).Select(Channel),
        .. state.Residues.Values.Select(Residue),
        .. state.Tickets.Values.OrderBy(ticket => ticket.Policy).Select(ticket => ticket.ToString()),
        .. state.Leases.Select(lease => lease.ToString()).Order(),
        $"permits {state.Permits.Count}{(state.IsUpdating ? ", updating" : "")}",
    ];

    private static string Domain(OracleState state, OracleDomain domain) =>
        $"domain {domain.Id}: {state.PhaseOf(domain.Id)}, label {KeyBook.OfLabel(domain.Label)}"
        + (domain.Phase == Phase.Saved ? $", saved {KeyBook.OfLabel(domain.SavedLabel)}" : "")
        + $", key {domain.SpecKey}, images {string.Join(' ', domain.Images)}"
        + $", has {string.Join(' ', state.AttachmentsOf(domain.Id).Select(attachment => $"{attachment.Resource}/{attachment.Flows}"))}"
        + (domain.Phase is Phase.Running or Phase.Paused ? $", start {StartRank(state, domain)}" : "")
        + Hold(state, true, domain.Id);

    private static int StartRank(OracleState state, OracleDomain domain) => state.Domains.Values
        .Count(other => other.Phase is Phase.Running or Phase.Paused && other.StartOrder < domain.StartOrder);

    private static string Resource(OracleState state, OracleResource resource) =>
        $"resource {resource.Id}: {resource.Kind}, label {KeyBook.OfLabel(resource.Label)}"
        + (resource.Kind == ResourceKind.Volume ? $", shareable {resource.Shareable}" : "")
        + (resource.Kind == ResourceKind.Vtpm ? $", bound to {resource.BoundTo}" : "")
        + Hold(state, false, resource.Id);

    private static string Hold(OracleState state, bool isDomain, ulong id)
    {
        var holds = state.Outstanding.Where(operation => operation is not Monitor.Operations.LoadPolicy)
            .SelectMany(operation => Reserved.Holds(operation, state))
            .Where(hold => hold.IsDomain == isDomain && hold.Id == id)
            .ToList();
        return $", held {holds.Any(hold => hold.IsExclusive)}";
    }

    private static string Channel(OracleChannel channel) =>
        $"channel {channel.Id}: {channel.Kind}, {channel.Initiator} to {channel.Target}, port {channel.Port}, {channel.Flows}";

    private static string Residue(OracleResidue residue) =>
        $"residue {residue.Kind} {residue.Id}: label {KeyBook.OfLabel(residue.Label)}, types "
        + string.Join(' ', residue.Types.Select(type => KeyBook.Of(KeyKind.Type, type)).Order());
}
