using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Section 5 of docs/SEMANTICS.md, the commit.</summary>
internal static class UpdateEffects
{
    /// <summary>The state with the new policy in force and what breaks cut.</summary>
    public static OracleState Of(OracleState state, LoadPolicy o, ImmutableArray<OracleBreak> breaks)
    {
        var rolledBack = state with { Permits = state.Permits.RemoveRange(breaks.Select(item => item.Permit).OfType<int>()) };
        var carried = new Carrying(state.Shelf[o.Image.Digest]).State(rolledBack);
        return Grown(breaks.Aggregate(carried, Cut));
    }

    private static OracleState Cut(OracleState state, OracleBreak item) => item.Kind switch
    {
        // What ended by itself since the plan was made has nothing left to cut.
        OracleBreakKind.Domain when state.IsLive(item.Id) =>
            Effects.InPhase(Effects.WithoutChannelsOf(state, item.Id), item.Id, Phase.Defined),
        OracleBreakKind.Attachment => Effects.Detached(state, item.Id, item.Resource),
        OracleBreakKind.Channel => state with { CommittedChannels = state.CommittedChannels.Remove(item.Id) },
        _ => state,
    };

    /// <summary>What lives on may leave data of all that its label says now.</summary>
    private static OracleState Grown(OracleState state)
    {
        foreach (var domain in state.Live.ToList())
        {
            state = Grown(state, ResidueKind.Memory, domain.Id, domain.Label);
            foreach (var resource in state.AttachmentsOf(domain.Id).Select(attachment => state.Resources[attachment.Resource]).ToList())
            {
                var kind = resource.Kind == ResourceKind.Vtpm ? ResidueKind.Vtpm : ResidueKind.Volume;
                state = Grown(state, kind, resource.Id, resource.Label);
            }
        }
        return state;
    }

    /// <summary>A residue that is there gains; one that a permit will leave comes with its commit.</summary>
    private static OracleState Grown(OracleState state, ResidueKind kind, ulong id, string? label) =>
        state.Residues.ContainsKey((kind, id)) ? state.Leaving(kind, id, label, state.Rules.TypesOf(label)) : state;
}
