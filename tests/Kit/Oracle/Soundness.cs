using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>
/// What SEMANTICS is for, said once more without any operation: things that must be true of every state that operations can reach. Where an
/// operation's row is wrong, oracle and monitor may agree and this fails.
/// </summary>
public static class Soundness
{
    /// <summary>What is wrong with a state.</summary>
    public static IEnumerable<string> Violations(OracleState state)
    {
        if (state.Policy is null)
            return [];
        return WallViolations(state)
            .Concat(state.Resources.Values.Where(resource => resource.Kind != ResourceKind.Vtpm && resource.Label is { } label && !state.Rules.FitsResource(label))
                .Select(resource => $"resource {resource.Id} is a way between types or levels"))
            .Concat(state.Live.SelectMany(domain => DomainViolations(state, domain)))
            .Concat(state.Attachments.Where(attachment => state.IsLive(attachment.Domain)).SelectMany(attachment => AttachmentViolations(state, attachment)))
            .Concat(state.Channels.SelectMany(channel => ChannelViolations(state, channel)));
    }

    /// <summary>No two types that are present conflict.</summary>
    private static IEnumerable<string> WallViolations(OracleState state)
    {
        var presence = state.Presence();
        return
            from set in state.Rules.Conflicts
            from type in presence.In(set.Mode)
            from other in presence.In(set.Mode)
            where string.CompareOrdinal(type, other) < 0 && state.Rules.Conflict(type, other, set)
            select $"{type} and {other} are present together in {set.Name}";
    }

    /// <summary>What lives is allowed to live here, and its memory is accounted for.</summary>
    private static IEnumerable<string> DomainViolations(OracleState state, OracleDomain domain)
    {
        if (domain.Label is null && !state.Rules.Content.Quarantine)
            yield return $"domain {domain.Id} lives without a label";
        if (Standing.HostRefusal(state, domain.Label) is { } rule)
            yield return $"domain {domain.Id} lives where it may not: {rule}";
        if (!domain.Images.All(state.Rules.Content.Images.Contains))
            yield return $"domain {domain.Id} lives with an image that is not listed";
        if (domain.Phase is Phase.Running or Phase.Paused && !Holds(state, ResidueKind.Memory, domain.Id, domain.Label))
            yield return $"the memory of domain {domain.Id} is not accounted for";
    }

    /// <summary>What is attached to something live may be read or written by it, and its data is accounted for.</summary>
    private static IEnumerable<string> AttachmentViolations(OracleState state, OracleAttachment attachment)
    {
        var nothing = Presence.Of([], []);
        if (Standing.OfAttachment(state, attachment, nothing).Refusal is { } rule)
            yield return $"{attachment} is refused by {rule}";
        var resource = state.Resources[attachment.Resource];
        var kind = resource.Kind == ResourceKind.Vtpm ? ResidueKind.Vtpm : ResidueKind.Volume;
        var isUsed = state.PhaseOf(attachment.Domain) != Phase.Starting && state.CommittedAttachments.Contains(attachment);
        if (resource.IsStore && isUsed && !Holds(state, kind, resource.Id, resource.Label))
            yield return $"the data of {attachment} is not accounted for";
    }

    private static IEnumerable<string> ChannelViolations(OracleState state, OracleChannel channel)
    {
        foreach (var end in new[] { channel.Initiator, channel.Target }.Where(end => !state.IsLive(end)))
            yield return $"channel {channel.Id} is open towards domain {end}, which is not live";
        if (ChannelChecks.Reach(state, channel).Refusal is { } rule)
            yield return $"channel {channel.Id} is refused by {rule}";
    }

    private static bool Holds(OracleState state, ResidueKind kind, ulong id, string? label) =>
        state.Residues.TryGetValue((kind, id), out var residue) && state.Rules.TypesOf(label).All(residue.Types.Contains);
}
