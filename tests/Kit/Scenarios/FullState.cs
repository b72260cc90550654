using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>States that are as full as they may be. Their things have large ids, so that scenarios can add their own.</summary>
public static class FullState
{
    /// <summary>Id of the first thing in a full state.</summary>
    public const ulong FirstId = 1000;

    private static readonly Lazy<ImmutableSortedDictionary<ResourceId, Resource>> Consoles = new(() =>
        Ids(MonitorLimits.Resources).Select(Ask.R).ToImmutableSortedDictionary(id => id, id =>
            new Resource(id, ResourceKind.Console, default)));

    private static readonly Lazy<ImmutableSortedDictionary<ResidueId, Residue>> Snapshots = new(() => Ids(MonitorLimits.Residues)
        .Select(id => new ResidueId(ResidueKind.Snapshot, id)).ToImmutableSortedDictionary(id => id, id => new Residue(id, default, [])));

    private static readonly Lazy<ImmutableSortedDictionary<PermitId, Pending>> Frames = new(() => Ids(MonitorLimits.Permits)
        .Select(id => new PermitId(id)).ToImmutableSortedDictionary(id => id, id => new Pending(id, Ask.Forward(1, 1, 1), default, [])));

    /// <summary>No further domain.</summary>
    public static State Domains(State state) => state with
    {
        Domains = Ids(MonitorLimits.Domains).Select(Ask.D).ToImmutableSortedDictionary(id => id, id =>
            new Domain(id, default, default, [])),
    };

    /// <summary>No further residue, but for what is missing.</summary>
    public static State Residues(State state, int missing = 0) => state with { Residues = Less(Snapshots.Value, missing) };

    /// <summary>No further permit, but for what is missing.</summary>
    public static State Permits(State state, int missing = 0) => state with { Pending = Less(Frames.Value, missing) };

    /// <summary>No further resource.</summary>
    public static State Resources(State state) => state with { Resources = Consoles.Value };

    /// <summary>One further resource, but not two.</summary>
    public static State NearlyResources(State state) => state with { Resources = Less(Consoles.Value, 1) };

    /// <summary>No further channel, from domain 1 to domain 1.</summary>
    public static State Channels(State state) => Channels(state, MonitorLimits.Channels);

    /// <summary>Channels from domain 1 to domain 1.</summary>
    public static State Channels(State state, int count) => state with
    {
        Channels = Ids(count).Select(Ask.C)
            .ToImmutableSortedDictionary(id => id, id => new Channel(id, AccessKind.Memory, Ask.D(1), Ask.D(1), 0, Flows.Both, default)),
    };

    /// <summary>A domain with so many networks of its own label.</summary>
    public static State Attachments(State state, DomainId domain, int count)
    {
        var label = state.Domains[domain].Label;
        var networks = Ids(count).Select(Ask.R).Select(id => new Resource(id, ResourceKind.Network, label) { Users = [domain] }).ToList();
        return state with
        {
            Domains = state.Domains.SetItem(domain,
                state.Domains[domain] with
                {
                    Attachments = [.. networks.Select(network =>
                new Attachment(network.Id, Flows.Both, default))]
                }),
            Resources = networks.ToImmutableSortedDictionary(network => network.Id, network => network),
        };
    }

    /// <summary>Tickets for other policies.</summary>
    public static State Tickets(State state, int count) => state with
    {
        Tickets = [.. Ids(count).Select(i => new HostTicket(state.Host, state.Boot, TestKeys.Image($"{i}"), Town.Expiry, default))],
    };

    /// <summary>Leases for sets of other policies.</summary>
    public static State Leases(State state, int count) => state with
    {
        Leases = [.. Ids(count).Select(i =>
            new HeldLease(new PlacementLease(new(i, i), new(i, i), new(i, i), state.Host, Town.Expiry, default), default))],
    };

    private static ImmutableSortedDictionary<TKey, TValue> Less<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue> items, int missing)
        where TKey : notnull => missing == 0 ? items : items.RemoveRange(items.Keys.Take(missing));

    private static IEnumerable<ulong> Ids(int count) => Enumerable.Range(0, count).Select(i => FirstId + (ulong)i);
}
