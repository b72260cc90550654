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
        Ids(MonitorLimits.Resources).Select(Ask.R).ToImmutableSortedDictionary(id => id, id => new Resource(id, ResourceKind.Console, default)));

    /// <summary>No further domain.</summary>
    public static State Domains(State state) => state with
    {
        Domains = Ids(MonitorLimits.Domains).Select(Ask.D).ToImmutableSortedDictionary(id => id, id => new Domain(id, default, default, [])),
    };

    /// <summary>No further resource.</summary>
    public static State Resources(State state) => state with { Resources = Consoles.Value };

    /// <summary>No further channel, from domain 1 to domain 1.</summary>
    public static State Channels(State state) => Channels(state, MonitorLimits.Channels);

    /// <summary>Channels from domain 1 to domain 1.</summary>
    public static State Channels(State state, int count) => state with
    {
        Channels = Ids(count).Select(Ask.C)
            .ToImmutableSortedDictionary(id => id, id => new Channel(id, AccessKind.Memory, Ask.D(1), Ask.D(1), 0, Flows.Both, default)),
    };

    /// <summary>Tickets for other policies.</summary>
    public static State Tickets(State state, int count) => state with
    {
        Tickets = [.. Ids(count).Select(i => new HostTicket(state.Host, state.Boot, TestKeys.Image($"{i}"), Town.Expiry, default))],
    };

    /// <summary>Leases for sets of other policies.</summary>
    public static State Leases(State state, int count) => state with
    {
        Leases = [.. Ids(count).Select(i => new HeldLease(new PlacementLease(new(i, i), new(i, i), new(i, i), state.Host, Town.Expiry, default), default))],
    };

    private static IEnumerable<ulong> Ids(int count) => Enumerable.Range(0, count).Select(i => FirstId + (ulong)i);
}
