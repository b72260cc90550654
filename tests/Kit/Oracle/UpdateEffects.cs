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
        var ticketed = carried with { Tickets = carried.Tickets.RemoveRange(carried.Tickets.Keys.Where(policy => policy != o.Image.Digest)) };
        return Grown(breaks.Aggregate(ticketed, Cut));
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
        foreach (var domain in state.Live.Where(domain => domain.Phase is Phase.Running or Phase.Paused).ToList())
            state = state.Leaving(ResidueKind.Memory, domain.Id, domain.Label, state.Rules.TypesOf(domain.Label));
        var attached = state.CommittedAttachments.Where(attachment => state.IsLive(attachment.Domain))
            .Select(attachment => state.Resources[attachment.Resource])
            .Where(resource => resource.IsStore);
        return attached.Aggregate(state, Grown);
    }

    private static OracleState Grown(OracleState state, OracleResource resource)
    {
        var kind = resource.Kind == ResourceKind.Vtpm ? ResidueKind.Vtpm : ResidueKind.Volume;
        return state.Leaving(kind, resource.Id, resource.Label, state.Rules.TypesOf(resource.Label));
    }
}
