using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What holds of every state, whatever was done: the parts of it agree with each other.</summary>
public static class StateRules
{
    /// <summary>Says what does not hold.</summary>
    public static IEnumerable<string> Broken(State state) =>
    [
        .. Seats(state),
        .. state.Domains.Values.SelectMany(domain => Domain(state, domain)),
        .. state.Resources.Values.SelectMany(resource => Resource(state, resource)),
        .. state.Channels.Values.SelectMany(channel => Channel(state, channel)),
        .. state.Residues.Values.Where(residue => !residue.Types.SequenceEqual(residue.Types.Distinct().Order())).Select(residue =>
            $"{residue.Id}: types are out of order"),
        .. Awaited(state),
        .. state.Leases.Where(lease => !IsPermit(state, lease.Returning)).Select(lease => $"{lease} is being returned by nobody"),
    ];

    private static IEnumerable<string> Awaited(State state)
    {
        if (state.TicketsAwaited != state.Pending.Values.Count(pending => pending.Operation is PresentTicket))
            yield return $"{state.TicketsAwaited} tickets are awaited, by nobody";
        if (state.LeasesAwaited != state.Pending.Values.Count(pending => pending.Operation is GrantLease))
            yield return $"{state.LeasesAwaited} leases are awaited, by nobody";
    }

    private static IEnumerable<string> Seats(State state)
    {
        if (state.Policy is not { } policy)
            return [];
        return from seat in Enumerable.Range(0, policy.Members.Length)
               let taken = IsTaken(state, policy, seat)
               where taken != state.Presence.IsTaken(seat)
               select $"seat {seat} is{(taken ? "" : " not")} taken, but presence says otherwise";
    }

    private static bool IsTaken(State state, CompiledPolicy policy, int seat) =>
        state.Domains.Values.Any(domain => domain.IsLive && Sits(policy, domain.Label, seat))
        || (policy.Conflicts[policy.ConflictOf(seat)].Mode == WallMode.History && HasTrace(state, policy, seat));

    private static bool HasTrace(State state, CompiledPolicy policy, int seat) =>
        state.Residues.Values.Any(residue => residue.Types.Any(type => policy.SeatsOf(type).Contains(seat)))
        || state.Resources.Values.Any(resource => resource.KeepsData && !resource.Users.IsEmpty && Sits(policy, resource.Label, seat))
        || state.Pending.Values.Any(pending =>
            pending.Operation is RelabelResource relabel && state.Resources[relabel.Resource].KeepsData
                && Sits(policy, pending.Label, seat));

    private static bool Sits(CompiledPolicy policy, Label label, int seat) =>
        !label.IsUnlabelled && policy.TypesOf(label.Index).ToArray().Any(type => policy.SeatsOf(type).Contains(seat));

    private static IEnumerable<string> Domain(State state, Domain domain)
    {
        if (!domain.Attachments.Select(attachment =>
            attachment.Resource.Value).SequenceEqual(domain.Attachments.Select(a => a.Resource.Value).Order()))
            yield return $"{domain.Id}: attachments are out of order";
        foreach (var attachment in domain.Attachments.Where(attachment => !state.Resources[attachment.Resource].Users.Contains(domain.Id)))
            yield return $"{domain.Id}: {attachment.Resource} is attached, but does not have it as user";
        foreach (var attachment in domain.Attachments.Where(attachment => !IsPermit(state, attachment.Permit)))
            yield return $"{domain.Id}: {attachment.Resource} is being attached by nobody";
        if (domain.Vtpm is { } vtpm && state.Resources[vtpm].BoundTo != domain.Id)
            yield return $"{domain.Id}: its TPM is bound to {state.Resources[vtpm].BoundTo}";
        if (domain.HasSavedState != domain.Phase is Phase.Saved && domain.Phase != Phase.Starting)
            yield return $"{domain.Id}: is {domain.Phase}, but has a saved state: {domain.HasSavedState}";
        if (!domain.HasSavedState && !domain.SavedLabel.IsUnlabelled)
            yield return $"{domain.Id}: has a saved label without a saved state";
        if (state.Pending.IsEmpty && (!domain.Hold.IsFree || domain.Phase == Phase.Starting))
            yield return $"{domain.Id}: is {domain.Phase} and held ({domain.Hold}) by nobody";
    }

    private static IEnumerable<string> Resource(State state, Resource resource)
    {
        foreach (var user in resource.Users.Where(user => state.Domains[user].Attachments.All(attachment =>
            attachment.Resource != resource.Id)))
            yield return $"{resource.Id}: {user} is a user, but does not have it attached";
        if (resource.Kind == ResourceKind.Vtpm && state.Domains[resource.BoundTo].Vtpm != resource.Id)
            yield return $"{resource.Id}: is bound to {resource.BoundTo}, which does not have it as TPM";
        if (state.Pending.IsEmpty && !resource.Hold.IsFree)
            yield return $"{resource.Id}: is held ({resource.Hold}) by nobody";
    }

    private static IEnumerable<string> Channel(State state, Channel channel)
    {
        if (!state.Domains[channel.Initiator].IsLive || !state.Domains[channel.Target].IsLive)
            yield return $"{channel.Id}: an end is not live";
        if (!IsPermit(state, channel.Permit))
            yield return $"{channel.Id}: is being opened or closed by nobody";
    }

    private static bool IsPermit(State state, PermitId permit) => permit.IsNone || state.Pending.ContainsKey(permit);
}
