using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>All of a state in lines: two states are the same when these are.</summary>
public static class StateDump
{
    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Of(State state) =>
    [
        $"policy {state.Policy?.Digest}, entry {state.HostEntry}, host {state.Host}, anchor {state.Anchor}",
        $"boot {state.Boot}, starts {state.StartCount}, updating {state.IsUpdating}, seats taken {Seats(state)}",
        .. state.Domains.Select(pair => $"{pair.Key} {Domain(pair.Value)}"),
        .. state.Resources.Select(pair => $"{pair.Key} {Resource(pair.Value)}"),
        .. state.Channels.Select(pair => $"{pair.Key} {pair.Value}"),
        .. state.Residues.Select(pair => $"{pair.Key} {pair.Value.Id} {pair.Value.Label.Index}: {string.Join(' ', pair.Value.Types)}"),
        .. state.Tickets.Select(ticket => $"{ticket}"),
        .. state.Leases.Select(lease => $"{lease}"),
        .. state.Pending.Select(pair => $"{pair.Key} {pair.Value.Permit} {pair.Value.Operation.Kind} {pair.Value.Label.Index}"),
    ];

    /// <summary>The first line in which two states differ, or null.</summary>
    public static string? Difference(State expected, State actual)
    {
        var (left, right) = (Of(expected), Of(actual));
        var at = Enumerable.Range(0, left.Count).FirstOrDefault(i => left[i] != right.ElementAtOrDefault(i), left.Count);
        return at == left.Count && at == right.Count ? null : $"expected: {left.ElementAtOrDefault(at)}; actual: {right.ElementAtOrDefault(at)}";
    }

    private static string Seats(State state) => state.Policy is { } policy
        ? string.Concat(Enumerable.Range(0, policy.Members.Length).Select(seat => state.Presence.IsTaken(seat) ? '1' : '0'))
        : "";

    private static string Domain(Domain domain) =>
        $"{domain.Id} {domain.Label.Index} {domain.Phase} {domain.SpecKey} saved {domain.HasSavedState} {domain.SavedLabel.Index} order {domain.StartOrder}"
        + $" vtpm {domain.Vtpm} {domain.Hold} images {string.Join(' ', domain.Images)} has {string.Join(' ', domain.Attachments)}";

    private static string Resource(Resource resource) =>
        $"{resource.Id} {resource.Label.Index} {resource.Kind} {resource.Shareable} {resource.BoundTo} {resource.Hold} users {string.Join(' ', resource.Users)}";
}
