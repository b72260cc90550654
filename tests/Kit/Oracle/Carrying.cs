using System.Collections.Immutable;
using System.Linq;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Takes a state over into a new policy: labels and types by their key or a rename. Leases are signed as they are, and name what they name.</summary>
/// <param name="next">The new policy.</param>
public sealed class Carrying(OraclePolicy next)
{
    /// <summary>What a label is called in the new policy; null when there is none of it.</summary>
    public string? Label(string? label) =>
        label is null ? null : Renamed(KeyKind.Label, label) ?? next.Content.Labels.FirstOrDefault(entry => entry.Name == label)?.Name;

    /// <summary>What a type is called in the new policy; null when there is none of it.</summary>
    public string? Type(string type) =>
        Renamed(KeyKind.Type, type) ?? next.Content.Types.FirstOrDefault(entry => entry.Name == type)?.Name;

    /// <summary>True when a label in use can be taken over; what has none, can.</summary>
    public bool HasLabel(string? label) => label is null || Label(label) is not null;

    /// <summary>The state under the new policy, with nothing cut.</summary>
    public OracleState State(OracleState state) => state with
    {
        Policy = next,
        CommittedDomains = state.CommittedDomains.ToImmutableSortedDictionary(pair => pair.Key, pair => Domain(pair.Value)),
        CommittedResources = state.CommittedResources.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Label = Label(pair.Value.Label) }),
        Residues = state.Residues.ToImmutableSortedDictionary(pair => pair.Key, pair => Residue(pair.Value)),
        Permits = state.Permits.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with { Label = Label(pair.Value.Label) }),
    };

    private OracleDomain Domain(OracleDomain domain) => domain with { Label = Label(domain.Label), SavedLabel = Label(domain.SavedLabel) };

    private OracleResidue Residue(OracleResidue residue) =>
        residue with { Label = Label(residue.Label), Types = [.. residue.Types.Select(Type).OfType<string>()] };

    private string? Renamed(KeyKind kind, string name) =>
        next.Content.Renames.FirstOrDefault(rename => rename.Kind == kind && rename.OldName == name)?.Name;
}
