using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Section 5 of docs/SEMANTICS.md, steps 1 to 5.</summary>
internal static class UpdateChecks
{
    public static string? Refusal(OracleState state, LoadPolicy o)
    {
        var next = state.Shelf[o.Image.Digest];
        return SuccessionRefusal(state, o, next)
            ?? RemovalRefusal(state, next)
            ?? ConduitRefusal(new Carrying(next).State(state))
            ?? HistoryRefusal(new Carrying(next).State(state))
            ?? (o.Mode == UpdateMode.Refuse && Breaks(state, o).Length > 0 ? "would-break" : null);
    }

    /// <summary>What the update would cut; nothing when it gets not so far.</summary>
    public static ImmutableArray<OracleBreak> Breaks(OracleState state, LoadPolicy o)
    {
        var next = state.Shelf[o.Image.Digest];
        return new Replay(new Carrying(next).State(state), permit => Left(state, permit.Operation, new Carrying(next)), o.Now).Run();
    }

    /// <summary>left(p): what a permit may still leave under the policy in force, called as in the new one.</summary>
    private static string[] Left(OracleState state, Operation operation, Carrying carrying)
    {
        var bare = state with { Residues = state.Residues.Clear() };
        return [.. Effects.TracesOf(bare, operation, state).Residues.Values.SelectMany(residue => residue.Types).Select(carrying.Type).OfType<string>()];
    }

    private static string? ConduitRefusal(OracleState carried)
    {
        var labels = carried.Resources.Values.Where(resource => resource.Kind != ResourceKind.Vtpm).Select(resource => resource.Label)
            .Concat(carried.Permits.Values.Where(permit => permit.Operation is RelabelResource).Select(permit => permit.Label));
        return labels.OfType<string>().All(carried.Rules.FitsResource) ? null : "resource-label";
    }

    /// <summary>Types that are present whatever is cut.</summary>
    public static ImmutableHashSet<string> Fixed(OracleState state) =>
    [
        .. state.Residues.Values.SelectMany(residue => residue.Types),
        .. state.Attachments
            .Where(attachment => !state.IsLive(attachment.Domain))
            .Select(attachment => state.Resources[attachment.Resource])
            .Where(resource => resource.IsStore)
            .SelectMany(resource => state.Rules.TypesOf(resource.Label)),
        .. state.PromisedTypes,
    ];

    private static string? SuccessionRefusal(OracleState state, LoadPolicy o, OraclePolicy next)
    {
        if (state.Policy is not { } current)
            return o.Image.Signer == state.Anchor ? null : "signer";
        if (!current.Lists(KeyRole.Officer, o.Image.Signer))
            return "signer";
        if (next.Content.Serial <= current.Content.Serial)
            return "serial";
        return next.Content.PredecessorSerial == current.Content.Serial && next.Content.PredecessorDigest == current.Digest ? null : "predecessor";
    }

    private static string? RemovalRefusal(OracleState state, OraclePolicy next)
    {
        var carrying = new Carrying(next);
        if (!LabelsInUse(state).All(carrying.HasLabel))
            return "label-removed";
        return TypesInUse(state).All(type => carrying.Type(type) is not null) ? null : "type-removed";
    }

    private static IEnumerable<string> TypesInUse(OracleState state) => state.Residues.Values.SelectMany(residue => residue.Types)
        .Concat(state.Live.SelectMany(domain => state.Rules.TypesOf(domain.Label)))
        .Concat(state.Resources.Values
            .Where(resource => resource.IsStore && (state.AttachmentsTo(resource.Id).Any() || state.IsHeld(isDomain: false, resource.Id, exclusively: false)))
            .SelectMany(resource => state.Rules.TypesOf(resource.Label)));

    private static IEnumerable<string?> LabelsInUse(OracleState state) =>
    [
        .. state.Domains.Values.Select(domain => domain.Label),
        .. state.Domains.Values.Where(domain => domain.Phase == Phase.Saved).Select(domain => domain.SavedLabel),
        .. state.Resources.Values.Select(resource => resource.Label),
        .. state.Residues.Values.Select(residue => residue.Label),
        .. state.Permits.Values.Select(permit => permit.Label),
    ];

    private static string? HistoryRefusal(OracleState carried)
    {
        var left = Fixed(carried);
        return carried.Rules.WallHistory(left, Presence.Of([], left));
    }
}
