using System;
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

    /// <summary>A monitor on a host, with the policy in force, a valid ticket, and every lease that the host's places need.</summary>
    internal ReferenceMonitor Raise(string host)
    {
        var monitor = new ReferenceMonitor(State.Initial(StableKey.Of(KeyKind.Host, host), Key));
        Do(monitor, new LoadPolicy(_policy, UpdateMode.Refuse, 0));
        Do(monitor, new PresentTicket(new HostTicket(monitor.State.Host, monitor.State.Boot, _policy.Digest, ulong.MaxValue, Key), 0));
        if (monitor.State.HostEntry < 0)
            return monitor;
        var entry = _policy.Hosts[monitor.State.HostEntry];
        foreach (var conflict in _policy.Conflicts.ToArray().Where(conflict => conflict.Scope != WallScope.Host))
        {
            var place = conflict.Scope == WallScope.Rack ? entry.Rack : entry.Zone;
            foreach (var member in _policy.Members.Slice(conflict.FirstMember, conflict.MemberCount))
                Do(monitor, new GrantLease(new PlacementLease(conflict.Key, _policy.Types[member].Key, place, monitor.State.Host, ulong.MaxValue, Key), 0));
        }
        return monitor;
    }

    private static void Do<T>(ReferenceMonitor monitor, T operation)
        where T : Operation
    {
        if (monitor.Prepare(operation).Permit is { } permit)
            monitor.Commit(permit);
    }
}
