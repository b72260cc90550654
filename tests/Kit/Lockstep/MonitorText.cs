using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>The monitor's state in lines, to be held against <see cref="OracleText"/>.</summary>
public static class MonitorText
{
    /// <summary>The state in lines.</summary>
    public static IEnumerable<string> Of(State state) =>
    [
        $"policy {state.Policy?.Digest}, boot {state.Boot}",
        .. state.Domains.Values.Select(domain => Domain(state, domain)),
        .. state.Resources.Values.Select(resource => Resource(state, resource)),
        .. state.Channels.Values.Select(Channel),
        .. state.Residues.Values.Select(residue => Residue(state, residue)),
        .. state.Tickets.OrderBy(ticket => ticket.Policy).Select(ticket => ticket.ToString()),
        .. state.Leases.Select(lease => lease.Lease.ToString()).Order(),
        $"permits {state.Pending.Count}{(state.IsUpdating ? ", updating" : "")}",
    ];

    private static string Domain(State state, Domain domain) =>
        $"domain {domain.Id.Value}: {domain.Phase}, label {Key(state, domain.Label)}"
        + (domain.HasSavedState ? $", saved {Key(state, domain.SavedLabel)}" : "")
        + $", key {domain.SpecKey}, images {string.Join(' ', domain.Images)}"
        + $", has {string.Join(' ', domain.Attachments.Select(attachment => $"{attachment.Resource.Value}/{attachment.Flows}"))}"
        + (domain.Phase is Phase.Running or Phase.Paused ? $", start {StartRank(state, domain)}" : "")
        + $", held {domain.Hold.Exclusive}";

    private static int StartRank(State state, Domain domain) => state.Domains.Values
        .Count(other => other.Phase is Phase.Running or Phase.Paused && other.StartOrder < domain.StartOrder);

    private static string Resource(State state, Resource resource) =>
        $"resource {resource.Id.Value}: {resource.Kind}, label {Key(state, resource.Label)}"
        + (resource.Kind == ResourceKind.Volume ? $", shareable {resource.Shareable}" : "")
        + (resource.Kind == ResourceKind.Vtpm ? $", bound to {resource.BoundTo.Value}" : "")
        + $", held {resource.Hold.Exclusive}";

    private static string Channel(Channel channel) =>
        $"channel {channel.Id.Value}: {channel.Kind}, {channel.Initiator.Value} to {channel.Target.Value}, port {channel.Port}, {channel.Flows}";

    private static string Residue(State state, Residue residue) =>
        $"residue {residue.Id.Kind} {residue.Id.Value}: label {Key(state, residue.Label)}, types "
        + string.Join(' ', residue.Types.Select(type => state.Policy!.Types[type].Key).Order());

    private static StableKey Key(State state, Label label) => label.IsUnlabelled ? default : state.Policy!.Labels[label.Index].Key;
}
