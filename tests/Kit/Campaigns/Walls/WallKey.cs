using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Cofferdam.Monitor.Entities;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>
/// What makes two states of a walk the same: all that an operation of the walk can depend on, up to an exchange of domains. Serial numbers
/// and the labels of residues are left out: every update is a successor, and none removes a label.
/// </summary>
/// <param name="domains">Number of domains.</param>
internal sealed class WallKey(int domains)
{
    private readonly ImmutableArray<ImmutableArray<int>> _orders = Permutations.Of(domains);

    public string Of(OracleState state)
    {
        var parts = Enumerable.Range(1, domains).Select(id => Domain(state, (ulong)id)).ToArray();
        var domainKey = _orders.Select(order => Text(state, parts, order)).Min(StringComparer.Ordinal)!;
        return $"{state.Rules.Content.Name}|{domainKey}";
    }

    private static string Text(OracleState state, string[] parts, ImmutableArray<int> order)
    {
        var text = new StringBuilder();
        foreach (var domain in order)
            text.Append(parts[domain]).Append('/');
        foreach (var resource in state.Resources.Values)
            AppendResource(text, state, resource, order);
        return text.ToString();
    }

    private static string Domain(OracleState state, ulong id)
    {
        var text = new StringBuilder();
        if (state.Domains.TryGetValue(id, out var domain))
            text.Append(domain.Phase).Append(domain.Label).Append(domain.Phase == Phase.Saved ? $"<{domain.SavedLabel}" : "").Append(Rank(state, domain));
        AppendResidue(text, state, ResidueKind.Memory, id);
        AppendResidue(text, state, ResidueKind.Saved, id);
        return text.ToString();
    }

    private static string Rank(OracleState state, OracleDomain domain) => state.IsLive(domain.Id)
        ? $"#{state.Live.Count(other => other.StartOrder < domain.StartOrder)}"
        : "";

    private static void AppendResource(StringBuilder text, OracleState state, OracleResource resource, ImmutableArray<int> order)
    {
        text.Append(resource.Id).Append(resource.Label);
        AppendResidue(text, state, ResidueKind.Volume, resource.Id);
        foreach (var (place, flows) in Users(state, resource, order).Order())
            text.Append('@').Append(place).Append(flows);
    }

    private static IEnumerable<(int Place, string Flows)> Users(OracleState state, OracleResource resource, ImmutableArray<int> order) =>
        state.AttachmentsTo(resource.Id).Select(attachment => (order.IndexOf((int)attachment.Domain - 1), attachment.Flows.ToString()));

    private static void AppendResidue(StringBuilder text, OracleState state, ResidueKind kind, ulong id)
    {
        if (state.Residues.TryGetValue((kind, id), out var residue))
            text.Append('~').Append(kind).Append(':').AppendJoin(',', residue.Types);
    }
}
