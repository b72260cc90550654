using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Monitor.Updates;

/// <summary>Counts presence from scratch, from what the rest of a state says. The tests hold the running count against it.</summary>
internal static class Recount
{
    /// <summary>Everything.</summary>
    public static Presence All(State state)
    {
        var counted = state with { Presence = Fixed(state, live: true) };
        foreach (var domain in state.Domains.Values)
        {
            if (domain.IsLive)
                counted = counted.CountLive(domain.Label, 1);
        }
        return counted.Presence;
    }

    /// <summary>What residues hold, what is attached (to domains that are not live, or to all), and what outstanding permits will make of volumes.</summary>
    public static Presence Fixed(State state, bool live)
    {
        if (state.Policy is not { } policy)
            return Presence.None;
        var counted = state with { Presence = Presence.Empty(policy) };
        foreach (var residue in state.Residues.Values)
            counted = counted with { Presence = counted.Presence.Trace(policy, residue.Types.AsSpan(), 1) };
        foreach (var domain in state.Domains.Values)
        {
            foreach (var attachment in domain.IsLive && !live ? [] : domain.Attachments)
                counted = counted.CountAttachment(state.Resources[attachment.Resource], 1);
        }
        foreach (var pending in state.Pending.Values)
        {
            if (pending.Operation is RelabelResource relabel && state.Resources[relabel.Resource].KeepsData)
                counted = counted.CountPromise(pending.Label, 1);
        }
        return counted.Presence;
    }
}
