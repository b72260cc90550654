using System;
using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor;

/// <summary>
/// All that a monitor knows about its host, as an immutable snapshot. Operations make the next one; plan, explain and enforcement ask
/// the same operation about a snapshot.
/// </summary>
public sealed record State
{
    private State()
    {
    }

    /// <summary>The policy in force, or null.</summary>
    public CompiledPolicy? Policy { get; internal init; }

    /// <summary>Stable key of this host.</summary>
    public StableKey Host { get; internal init; }

    /// <summary>Index of this host's entry in the policy, or -1.</summary>
    public int HostEntry { get; internal init; } = -1;

    /// <summary>Counter of the boots of this host.</summary>
    public ulong Boot { get; internal init; }

    /// <summary>Id of the officer's key that may sign a first policy.</summary>
    public Digest Anchor { get; internal init; }

    /// <summary>Domains by id.</summary>
    public ImmutableSortedDictionary<DomainId, Domain> Domains { get; internal init; } = ImmutableSortedDictionary<DomainId, Domain>.Empty;

    /// <summary>Resources by id.</summary>
    public ImmutableSortedDictionary<ResourceId, Resource> Resources { get; internal init; } = ImmutableSortedDictionary<ResourceId, Resource>.Empty;

    /// <summary>Open channels by id.</summary>
    public ImmutableSortedDictionary<ChannelId, Channel> Channels { get; internal init; } = ImmutableSortedDictionary<ChannelId, Channel>.Empty;

    /// <summary>Residues by id.</summary>
    public ImmutableSortedDictionary<ResidueId, Residue> Residues { get; internal init; } = ImmutableSortedDictionary<ResidueId, Residue>.Empty;

    /// <summary>Tickets presented, one at most for a policy.</summary>
    public ImmutableArray<HostTicket> Tickets { get; internal init; } = [];

    /// <summary>Leases granted, one at most for a position and place.</summary>
    public ImmutableArray<HeldLease> Leases { get; internal init; } = [];

    /// <summary>Tickets that outstanding permits may add.</summary>
    public int TicketsAwaited { get; internal init; }

    /// <summary>Leases that outstanding permits may add.</summary>
    public int LeasesAwaited { get; internal init; }

    /// <summary>Operations whose permits are outstanding.</summary>
    public ImmutableSortedDictionary<PermitId, Pending> Pending { get; internal init; } = ImmutableSortedDictionary<PermitId, Pending>.Empty;

    /// <summary>Residues that an outstanding permit is making or sanitizing, where nothing else could be held for it.</summary>
    public ImmutableSortedSet<ResidueId> Claimed { get; internal init; } = ImmutableSortedSet<ResidueId>.Empty;

    /// <summary>True while the permit of a policy update or of a boot is outstanding: nothing else is prepared.</summary>
    public bool IsUpdating { get; internal init; }

    /// <summary>Who sits where in the Chinese Wall; follows from the rest.</summary>
    public Presence Presence { get; internal init; } = Presence.None;

    /// <summary>Starts on this host so far.</summary>
    public ulong StartCount { get; internal init; }

    /// <summary>The state of a host before its first policy.</summary>
    /// <param name="host">Stable key of the host.</param>
    /// <param name="anchor">Id of the key that may sign the first policy.</param>
    /// <param name="boot">Counter of the host's boots.</param>
    public static State Initial(StableKey host, Digest anchor, ulong boot = 0) => new() { Host = host, Anchor = anchor, Boot = boot };

    /// <summary>Types of a label; none for an unlabelled object.</summary>
    internal ReadOnlySpan<ushort> TypesOf(Label label) => label.IsUnlabelled || Policy is null ? default : Policy.TypesOf(label.Index);
}
