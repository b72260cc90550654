using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Updates;

/// <summary>Carries labels and types from one policy to the next, by stable key or by a rename.</summary>
internal sealed class Carry
{
    private readonly int[] _labels;
    private readonly int[] _types;

    private Carry(CompiledPolicy? former, CompiledPolicy next)
    {
        var renamed = new Dictionary<(KeyKind, StableKey), int>();
        foreach (var rename in next.Renames)
            renamed.Add((rename.Kind, rename.OldKey), rename.Index);
        _labels = Map(former is null ? [] : former.Labels, label => Place(renamed, KeyKind.Label, label.Key, next.FindLabel));
        _types = Map(former is null ? [] : former.Types, type => Place(renamed, KeyKind.Type, type.Key, next.FindType));
    }

    /// <summary>The state with every label and type in terms of the new policy, which is in force in it; presence is not counted yet.</summary>
    /// <returns>The refusal when a label or type that is in use is gone, or a resource would join several types or levels.</returns>
    public static Decision Over(State state, CompiledPolicy policy, out State carried)
    {
        var carry = new Carry(state.Policy, policy);
        carried = state;
        var decision = carry.FirstMissing(state);
        if (decision.IsAllowed)
            decision = carry.FirstConduit(state, policy);
        if (decision.IsAllowed)
            carried = carry.Apply(state, policy);
        return decision;
    }

    /// <summary>
    /// Types of the data that outstanding permits may leave as long as the former policy is in force, in terms of the new one. Every
    /// type of a label or residue in use must be there.
    /// </summary>
    public static Dictionary<PermitId, ImmutableArray<ushort>> Traces(State state, CompiledPolicy policy)
    {
        var carry = new Carry(state.Policy, policy);
        var bare = state with { Residues = state.Residues.Clear() };
        var traces = new Dictionary<PermitId, ImmutableArray<ushort>>();
        foreach (var pending in state.Pending.Values)
        {
            ImmutableArray<ushort> types = [];
            foreach (var residue in pending.Operation.LeaveTraces(bare).Residues.Values)
                types = StateChange.Union(types, residue.Types.AsSpan());
            traces.Add(pending.Permit, carry.Of(types));
        }
        return traces;
    }

    private static int[] Map<T>(ReadOnlySpan<T> entries, Func<T, int> place)
    {
        var map = new int[entries.Length];
        for (var i = 0; i < map.Length; i++)
            map[i] = place(entries[i]);
        return map;
    }

    private static int Place(Dictionary<(KeyKind, StableKey), int> renamed, KeyKind kind, StableKey key, Func<StableKey, int> find) =>
        renamed.TryGetValue((kind, key), out var index) ? index : find(key);

    private Label Of(Label label) => label.IsUnlabelled ? label : Label.At(_labels[label.Index]);

    private bool IsGone(Label label) => !label.IsUnlabelled && _labels[label.Index] < 0;

    private Decision FirstMissing(State state)
    {
        foreach (var domain in state.Domains.Values)
        {
            if (IsGone(domain.Label) || IsGone(domain.SavedLabel))
                return Decision.Of(Rule.LabelRemoved, IsGone(domain.Label) ? domain.Label : domain.SavedLabel);
        }
        foreach (var resource in state.Resources.Values)
        {
            if (IsGone(resource.Label))
                return Decision.Of(Rule.LabelRemoved, resource.Label);
        }
        foreach (var pending in state.Pending.Values)
        {
            if (IsGone(pending.Label))
                return Decision.Of(Rule.LabelRemoved, pending.Label);
        }
        return FirstMissingMark(state);
    }

    private Decision FirstMissingMark(State state)
    {
        foreach (var residue in state.Residues.Values)
        {
            if (IsGone(residue.Label))
                return Decision.Of(Rule.LabelRemoved, residue.Label);
        }
        foreach (var residue in state.Residues.Values)
        {
            if (HasLost(residue.Types.AsSpan()))
                return Decision.Of(Rule.TypeRemoved, residue.Label);
        }
        return FirstMissingTrace(state);
    }

    /// <summary>What lives, is attached or is being dealt with may leave data of its label's types before the update is committed.</summary>
    private Decision FirstMissingTrace(State state)
    {
        foreach (var domain in state.Domains.Values)
        {
            if (domain.IsLive && HasLost(state.TypesOf(domain.Label)))
                return Decision.Of(Rule.TypeRemoved, domain.Label);
        }
        foreach (var resource in state.Resources.Values)
        {
            if (resource.KeepsData && (!resource.Users.IsEmpty || !resource.Hold.IsFree) && HasLost(state.TypesOf(resource.Label)))
                return Decision.Of(Rule.TypeRemoved, resource.Label);
        }
        return Decision.Unconditional;
    }

    /// <summary>A resource carries data of one type and level; with a label that has got more it would be a way between them.</summary>
    private Decision FirstConduit(State state, CompiledPolicy policy)
    {
        foreach (var resource in state.Resources.Values)
        {
            if (resource.Kind != ResourceKind.Vtpm && !FitsResource(policy, resource.Label))
                return Decision.Of(Rule.ResourceLabel, resource.Label);
        }
        foreach (var pending in state.Pending.Values)
        {
            if (pending.Operation is RelabelResource && !FitsResource(policy, pending.Label))
                return Decision.Of(Rule.ResourceLabel, pending.Label);
        }
        return Decision.Unconditional;
    }

    private bool FitsResource(CompiledPolicy policy, Label label) => label.IsUnlabelled || Labelling.FitsResource(policy, Of(label));

    private bool HasLost(ReadOnlySpan<ushort> types)
    {
        foreach (var type in types)
        {
            if (_types[type] < 0)
                return true;
        }
        return false;
    }

    private State Apply(State state, CompiledPolicy policy) => state with
    {
        Policy = policy,
        HostEntry = HostEntries.Find(policy, state.Host),
        Domains = Convert(state.Domains, domain => domain with { Label = Of(domain.Label), SavedLabel = Of(domain.SavedLabel) }),
        Resources = Convert(state.Resources, resource => resource with { Label = Of(resource.Label) }),
        Residues = Convert(state.Residues, residue => residue with { Label = Of(residue.Label), Types = Of(residue.Types) }),
        Pending = Convert(state.Pending, pending => pending with { Label = Of(pending.Label) }),
        Presence = Presence.Empty(policy),
    };

    private ImmutableArray<ushort> Of(ImmutableArray<ushort> types)
    {
        var carried = ImmutableArray.CreateBuilder<ushort>(types.Length);
        foreach (var type in types)
            carried.Add((ushort)_types[type]);
        return StateChange.Union([], carried.ToArray());
    }

    private static ImmutableSortedDictionary<TKey, TValue> Convert<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue> items, Func<TValue, TValue> convert)
        where TKey : notnull
    {
        var builder = items.ToBuilder();
        foreach (var (key, value) in items)
            builder[key] = convert(value);
        return builder.ToImmutable();
    }
}
