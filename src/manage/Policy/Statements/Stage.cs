using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Statements;

/// <summary>
/// A policy set up so that statements can be put to a real reference monitor: the same policy with keys of our own added, which may sign specs, tickets
/// and leases. It decides as the policy does; only who signs is taken as right.
/// </summary>
public sealed class Stage
{
    private readonly CompiledPolicy _policy;
    private readonly Dictionary<string, State> _hosts = new(StringComparer.Ordinal);

    private Stage(CheckedPolicy source, CompiledPolicy policy, Digest key)
    {
        Source = source;
        _policy = policy;
        Key = key;
    }

    /// <summary>The policy that is asked about.</summary>
    public CheckedPolicy Source { get; }

    /// <summary>Id of the key that may sign everything here.</summary>
    internal Digest Key { get; }

    /// <summary>The policy as it is asked.</summary>
    internal CompiledPolicy Policy => _policy;

    /// <summary>Sets a policy up.</summary>
    public static Stage Set(CheckedPolicy source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = KeyIdentity.Of(key);
        KeyContent[] keys =
        [
            new(KeyRole.Officer, id), new(KeyRole.Verifier, id), new(KeyRole.Placer, id),
            .. source.Content.Labels.Select(label => new KeyContent(KeyRole.Spec, id, label.Name)),
        ];
        var image = PolicyImageWriter.Write(source.Content with { Keys = keys, PredecessorSerial = 0, PredecessorDigest = default });
        PolicySignature.Sign(image, key);
        var policy = CompiledPolicy.Open(image, out var error)
            ?? throw new InvalidOperationException($"an image that was just written does not open: {error}");
        return new Stage(source, policy, id);
    }

    /// <summary>A monitor on a host, with the policy in force and a valid ticket.</summary>
    internal ReferenceMonitor Raise(string host)
    {
        if (!_hosts.TryGetValue(host, out var state))
        {
            var monitor = new ReferenceMonitor(State.Initial(StableKey.Of(KeyKind.Host, host), Key));
            Do(monitor, new LoadPolicy(_policy, UpdateMode.Refuse, 0));
            Do(monitor, new PresentTicket(new HostTicket(monitor.State.Host, monitor.State.Boot, _policy.Digest, ulong.MaxValue, Key), 0));
            _hosts.Add(host, state = monitor.State);
        }
        return new ReferenceMonitor(state);
    }

    /// <summary>Gives a monitor the leases that a label needs on its host: placement is taken as right too.</summary>
    internal void Lease(ReferenceMonitor monitor, string label)
    {
        var index = _policy.FindLabel(StableKey.Of(KeyKind.Label, label));
        if (index < 0 || monitor.State.HostEntry < 0)
            return;
        var entry = _policy.Hosts[monitor.State.HostEntry];
        foreach (var type in _policy.TypesOf(index))
        {
            foreach (var seat in _policy.SeatsOf(type))
            {
                var conflict = _policy.Conflicts[_policy.ConflictOf(seat)];
                var (place, position) = (conflict.Scope == WallScope.Rack ? entry.Rack : entry.Zone, _policy.Types[_policy.Members[seat]].Key);
                if (conflict.Scope != WallScope.Host && !place.IsZero)
                    Do(monitor, new GrantLease(new PlacementLease(conflict.Key, position, place, monitor.State.Host, ulong.MaxValue, Key), 0));
            }
        }
    }

    private static void Do<T>(ReferenceMonitor monitor, T operation)
        where T : Operation
    {
        if (monitor.Prepare(operation).Permit is { } permit)
            monitor.Commit(permit);
    }
}
