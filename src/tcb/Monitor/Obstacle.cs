using System.Collections.Immutable;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor;

/// <summary>
/// Something present that the Chinese Wall keeps a label apart from: a live domain, a residue, an attached resource, or one that is being
/// relabelled.
/// </summary>
/// <param name="Label">Its label, or the one that it is to get.</param>
/// <param name="Domain">The live domain, or the one that has the resource; zero for a residue and for what is being relabelled.</param>
/// <param name="Resource">The resource that is attached or being relabelled, or zero.</param>
/// <param name="Residue">The residue; meant when <paramref name="IsResidue"/> says so.</param>
/// <param name="IsResidue">True for a residue.</param>
public sealed record Obstacle(Label Label, DomainId Domain, ResourceId Resource, ResidueId Residue, bool IsResidue)
{
    /// <summary>Finds what conflicts with a label in the set that a decision of the Chinese Wall names.</summary>
    internal static ImmutableArray<Obstacle> Find(State state, Decision decision)
    {
        if (state.Policy is not { } policy || decision.Rule is not (Rule.Conflicts or Rule.History) || decision.Subject.IsUnlabelled)
            return [];
        var found = ImmutableArray.CreateBuilder<Obstacle>();
        var own = state.TypesOf(decision.Subject).ToArray();
        foreach (var domain in state.Domains.Values)
        {
            if (domain.IsLive && Collide(policy, decision.Item, own, state.TypesOf(domain.Label).ToArray()))
                found.Add(new Obstacle(domain.Label, domain.Id, default, default, false));
        }
        if (decision.Rule == Rule.History)
            AddTraces(state, policy, decision.Item, own, found);
        return found.ToImmutable();
    }

    private static void AddTraces(State state, CompiledPolicy policy, int conflict, ushort[] own, ImmutableArray<Obstacle>.Builder found)
    {
        foreach (var residue in state.Residues.Values)
        {
            if (Collide(policy, conflict, own, [.. residue.Types]))
                found.Add(new Obstacle(residue.Label, default, default, residue.Id, true));
        }
        foreach (var resource in state.Resources.Values)
        {
            if (resource.KeepsData && !resource.Users.IsEmpty && Collide(policy, conflict, own, state.TypesOf(resource.Label).ToArray()))
                found.Add(new Obstacle(resource.Label, resource.Users[0], resource.Id, default, false));
        }
        foreach (var pending in state.Pending.Values)
        {
            var promised = pending.Operation is RelabelResource relabel ? state.Resources[relabel.Resource] : null;
            if (promised is { KeepsData: true } && Collide(policy, conflict, own, state.TypesOf(pending.Label).ToArray()))
                found.Add(new Obstacle(pending.Label, default, promised.Id, default, false));
        }
    }

    private static bool Collide(CompiledPolicy policy, int conflict, ushort[] own, ushort[] others)
    {
        foreach (var type in own)
        {
            foreach (var other in others)
            {
                if (Wall.Conflict(policy, conflict, type, other))
                    return true;
            }
        }
        return false;
    }
}
