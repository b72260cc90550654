using System;
using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor;

/// <summary>The small steps that operations are made of: each gives a new state and keeps presence in step with it.</summary>
internal static class StateChange
{
    public static State With(this State state, Domain domain) => state with { Domains = state.Domains.SetItem(domain.Id, domain) };

    public static State With(this State state, Resource resource) => state with { Resources = state.Resources.SetItem(resource.Id, resource) };

    public static State With(this State state, Channel channel) => state with { Channels = state.Channels.SetItem(channel.Id, channel) };

    public static State HoldAlone(this State state, DomainId id) => state.Change(id, domain => domain with { Hold = domain.Hold.Alone() });

    public static State Free(this State state, DomainId id) => state.Change(id, domain => domain with { Hold = domain.Hold.NotAlone() });

    public static State Join(this State state, DomainId id) => state.Change(id, domain => domain with { Hold = domain.Hold.Join() });

    public static State Leave(this State state, DomainId id) => state.Change(id, domain => domain with { Hold = domain.Hold.Leave() });

    public static State HoldAlone(this State state, ResourceId id) => state.Change(id, resource => resource with { Hold = resource.Hold.Alone() });

    public static State Free(this State state, ResourceId id) => state.Change(id, resource => resource with { Hold = resource.Hold.NotAlone() });

    public static State Join(this State state, ResourceId id) => state.Change(id, resource => resource with { Hold = resource.Hold.Join() });

    public static State Leave(this State state, ResourceId id) => state.Change(id, resource => resource with { Hold = resource.Hold.Leave() });

    public static State Change(this State state, DomainId id, Func<Domain, Domain> change) => state.With(change(state.Domains[id]));

    public static State Change(this State state, ResourceId id, Func<Resource, Resource> change) => state.With(change(state.Resources[id]));

    /// <summary>Puts a domain into another phase and counts it as present or gone.</summary>
    public static State Move(this State state, DomainId id, Phase phase)
    {
        var domain = state.Domains[id];
        var moved = domain with { Phase = phase };
        var next = state.With(moved);
        return domain.IsLive == moved.IsLive ? next : next.CountLive(moved.Label, moved.IsLive ? 1 : -1);
    }

    /// <summary>Attaches, and counts the attachment where it leaves traces.</summary>
    public static State Attach(this State state, DomainId id, Attachment attachment)
    {
        var resource = state.Resources[attachment.Resource];
        var domain = state.Domains[id];
        var at = 0;
        while (at < domain.Attachments.Length && domain.Attachments[at].Resource.CompareTo(attachment.Resource) < 0)
            at++;
        return state
            .With(domain with { Attachments = domain.Attachments.Insert(at, attachment) })
            .With(resource with { Users = resource.Users.Add(id) })
            .CountAttachment(resource, 1);
    }

    public static State Detach(this State state, DomainId id, ResourceId resourceId)
    {
        var resource = state.Resources[resourceId];
        return state
            .Change(id, domain => domain with { Attachments = domain.Attachments.RemoveAll(attachment => attachment.Resource == resourceId) })
            .With(resource with { Users = resource.Users.Remove(id) })
            .CountAttachment(resource, -1);
    }

    /// <summary>Says of an attachment that its permit was committed.</summary>
    public static State Settle(this State state, DomainId id, ResourceId resource)
    {
        var domain = state.Domains[id];
        if (!domain.TryAttachment(resource, out var attachment))
            return state;
        return state.With(domain with { Attachments = domain.Attachments.Replace(attachment, attachment with { Permit = default }) });
    }

    /// <summary>Closes every channel of a domain.</summary>
    public static State CloseChannelsOf(this State state, DomainId id)
    {
        var channels = state.Channels;
        foreach (var channel in state.Channels.Values)
        {
            if (channel.Joins(id))
                channels = channels.Remove(channel.Id);
        }
        return state with { Channels = channels };
    }

    /// <summary>Records that data of a label's types may be found somewhere from now on.</summary>
    public static State LeaveResidue(this State state, ResidueId id, Label label)
    {
        var former = state.Residues.TryGetValue(id, out var residue) ? residue.Types : [];
        var types = Union(former, state.TypesOf(label));
        if (residue is not null && types.Length == former.Length)
            return state;
        var presence = state.Presence;
        if (state.Policy is { } policy)
            presence = presence.Trace(policy, former.AsSpan(), -1).Trace(policy, types.AsSpan(), 1);
        return state with { Residues = state.Residues.SetItem(id, new Residue(id, label, types)), Presence = presence };
    }

    public static State Forget(this State state, ResidueId id)
    {
        var types = state.Residues[id].Types.AsSpan();
        var presence = state.Policy is { } policy ? state.Presence.Trace(policy, types, -1) : state.Presence;
        return state with { Residues = state.Residues.Remove(id), Presence = presence };
    }

    public static State CountLive(this State state, Label label, int change) =>
        state.Policy is { } policy ? state with { Presence = state.Presence.Live(policy, state.TypesOf(label), change) } : state;

    public static State CountAttachment(this State state, Resource resource, int change) =>
        state.Policy is { } policy && resource.KeepsData
            ? state with { Presence = state.Presence.Trace(policy, state.TypesOf(resource.Label), change) }
            : state;

    /// <summary>Ascending, each once.</summary>
    public static ImmutableArray<ushort> Union(ImmutableArray<ushort> types, ReadOnlySpan<ushort> more)
    {
        var set = types.ToImmutableSortedSet();
        foreach (var type in more)
            set = set.Add(type);
        return [.. set];
    }
}
