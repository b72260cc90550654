using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>
/// A busy host under the realistic policy: a ticket, a lease for every position of the rack and zone sets, a domain with a volume for every
/// tenant that gets one past the Chinese Wall, those of the provider's services in all phases, and one permit outstanding.
/// </summary>
internal sealed class HostScene
{
    /// <summary>The time of everything that happens.</summary>
    public const ulong Now = 1000;

    /// <summary>When tickets and leases expire.</summary>
    public const ulong Expires = 2000;

    private const ulong FirstTenantId = 100;

    private readonly ReferenceMonitor _monitor;
    private readonly CompiledPolicy _policy;

    /// <summary>Brings everything about, by operations.</summary>
    public HostScene(SignedPolicy signed)
    {
        _policy = signed.Policy;
        _monitor = new ReferenceMonitor(State.Initial(Host, _policy.Signer, 1));
        Do(new LoadPolicy(_policy, UpdateMode.Refuse, Now));
        Do(new PresentTicket(Ticket, Now));
        foreach (var lease in Leases())
            Do(new GrantLease(lease, Now));
        MakeServices();
        for (var tenant = RealisticPolicy.Services; tenant < RealisticPolicy.Tenants; tenant++)
            MakeTenant(tenant);
        Quiet = _monitor.State;
        Do(new SnapshotDomain(Busy, new SnapshotId(2)), isLeftOutstanding: true);
    }

    /// <summary>This host.</summary>
    public static StableKey Host { get; } = StableKey.Of(KeyKind.Host, RealisticPolicy.ThisHost);

    /// <summary>Label of the services' domains and resources.</summary>
    public static StableKey ServiceLabel { get; } = LabelKey(0, 1);

    /// <summary>Another label of the same services.</summary>
    public static StableKey OtherLabel { get; } = LabelKey(0, 2);

    /// <summary>Key that signs their specs.</summary>
    public static Digest SpecKey { get; } = RealisticPolicy.SpecKey(0);

    /// <summary>Two domains of the same label that run, and one that is joined to them by a channel.</summary>
    public static DomainId First { get; } = new(1);

    /// <summary>The second.</summary>
    public static DomainId Second { get; } = new(2);

    /// <summary>The one that a channel joins.</summary>
    public static DomainId Joined { get; } = new(3);

    /// <summary>A domain that was never started.</summary>
    public static DomainId Defined { get; } = new(4);

    /// <summary>A paused domain.</summary>
    public static DomainId Paused { get; } = new(5);

    /// <summary>A saved domain.</summary>
    public static DomainId Saved { get; } = new(6);

    /// <summary>A domain that an outstanding permit holds.</summary>
    public static DomainId Busy { get; } = new(7);

    /// <summary>A volume that the first domain has.</summary>
    public static ResourceId Volume { get; } = new(1);

    /// <summary>A network that the first and second domain have.</summary>
    public static ResourceId Network { get; } = new(2);

    /// <summary>A device that nobody has.</summary>
    public static ResourceId Device { get; } = new(3);

    /// <summary>The first domain's TPM, not attached yet.</summary>
    public static ResourceId Vtpm { get; } = new(4);

    /// <summary>A console that nobody has.</summary>
    public static ResourceId SpareConsole { get; } = new(5);

    /// <summary>A volume that nobody has and that was never used.</summary>
    public static ResourceId SpareVolume { get; } = new(6);

    /// <summary>A network that nobody has.</summary>
    public static ResourceId SpareNetwork { get; } = new(7);

    /// <summary>The connection of the first domain and the joined one.</summary>
    public static ChannelId Connection { get; } = new(1);

    /// <summary>A snapshot of the first domain.</summary>
    public static SnapshotId Snapshot { get; } = new(1);

    /// <summary>The state with a permit outstanding.</summary>
    public State State => _monitor.State;

    /// <summary>The state before it.</summary>
    public State Quiet { get; }

    /// <summary>The ticket that was presented.</summary>
    public HostTicket Ticket => new(Host, 1, _policy.Digest, Expires, RealisticPolicy.KeyId("verifier"));

    /// <summary>The leases that were granted.</summary>
    public IEnumerable<PlacementLease> Leases()
    {
        var placer = RealisticPolicy.KeyId("placer");
        var leases = new List<PlacementLease>();
        foreach (var conflict in _policy.Conflicts)
        {
            var place = conflict.Scope == WallScope.Rack ? StableKey.Of(KeyKind.Rack, "rack-0") : StableKey.Of(KeyKind.Zone, "zone-0");
            if (conflict.Scope == WallScope.Host)
                continue;
            foreach (var member in _policy.Members.Slice(conflict.FirstMember, conflict.MemberCount))
                leases.Add(new PlacementLease(conflict.Key, _policy.Types[member].Key, place, Host, Expires, placer));
        }
        return leases;
    }

    /// <summary>A tenant's domain that the Chinese Wall keeps from starting, though all else is in order.</summary>
    public DomainId WalledOff() => State.Domains.Values.First(domain => domain.Id.Value >= FirstTenantId && !domain.IsLive).Id;

    private static StableKey LabelKey(int tenant, int label) => StableKey.Of(KeyKind.Label, RealisticPolicy.Label(tenant, label));

    private void MakeServices()
    {
        foreach (var id in new[] { First, Second, Paused, Saved, Busy })
            MakeRunning(id, ServiceLabel, SpecKey);
        MakeRunning(Joined, LabelKey(1, 1), RealisticPolicy.SpecKey(1));
        Do(Create(Defined, ServiceLabel, SpecKey));
        Do(new PauseDomain(Paused));
        Do(new SaveDomain(Saved));
        foreach (var (id, kind) in new[]
        {
            (Volume, ResourceKind.Volume), (Network, ResourceKind.Network), (Device, ResourceKind.Device), (Vtpm, ResourceKind.Vtpm),
            (SpareConsole, ResourceKind.Console), (SpareVolume, ResourceKind.Volume), (SpareNetwork, ResourceKind.Network),
        })
            Do(new CreateResource(id, kind, ServiceLabel, SpecKey, false, First));
        Do(new AttachVolume(First, Volume, true));
        Do(new AttachNetwork(First, Network, Flows.Both));
        Do(new AttachNetwork(Second, Network, Flows.Both));
        Do(new OpenConnection(Connection, First, Joined, RealisticPolicy.ServicePort));
        Do(new SnapshotDomain(First, Snapshot));
    }

    private void MakeRunning(DomainId id, StableKey label, Digest specKey)
    {
        Do(Create(id, label, specKey));
        Do(new StartDomain(id, Now));
    }

    private void MakeTenant(int tenant)
    {
        var id = FirstTenantId + (ulong)tenant;
        var (label, key) = (LabelKey(tenant, 1), RealisticPolicy.SpecKey(tenant));
        Do(Create(new DomainId(id), label, key));
        if (!_monitor.Decide(new StartDomain(new DomainId(id), Now)).IsAllowed)
            return;
        Do(new CreateResource(new ResourceId(id), ResourceKind.Volume, label, key, false, default));
        Do(new AttachVolume(new DomainId(id), new ResourceId(id), true));
        Do(new StartDomain(new DomainId(id), Now));
    }

    private static CreateDomain Create(DomainId id, StableKey label, Digest key) =>
        new(id, label, key, [RealisticPolicy.Image(1), RealisticPolicy.Image(2)]);

    private void Do<TOperation>(TOperation operation, bool isLeftOutstanding = false)
        where TOperation : Operation
    {
        var outcome = _monitor.Prepare(operation);
        if (outcome.Permit is null)
            throw new InvalidOperationException($"{operation} is refused: {outcome.Refusal?.Rule}");
        if (!isLeftOutstanding)
            _monitor.Commit(outcome.Permit);
    }
}
