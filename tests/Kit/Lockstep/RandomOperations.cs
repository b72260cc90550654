using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>Random operations that have something to do with the state they are asked of. Ids are few, so that operations meet.</summary>
/// <param name="choices">Where choices come from.</param>
public sealed class RandomOperations(Choices choices)
{
    private const int DomainIds = 6;
    private const int ResourceIds = 9;
    private const int ChannelIds = 5;
    private const int SnapshotIds = 3;

    /// <summary>The time.</summary>
    public ulong Now { get; set; } = 100;

    /// <summary>An operation other than an update: most often one that is allowed, if a few tries find one.</summary>
    public Operation Next(OracleState state)
    {
        var operation = Any(state);
        for (var tries = choices.Chance(75) ? 4 : 0; tries > 0 && !Checks.Ask(state, operation).IsAllowed; tries--)
            operation = Any(state);
        return operation;
    }

    private Operation Any(OracleState state) => choices.Below(34) switch
    {
        0 => new CreateDomain(new DomainId(Id(DomainIds)), Label(state), SpecKey(), [.. Images()]),
        1 => new CreateDomain(new DomainId(Id(DomainIds)), Label(state), SpecKey(), [.. Images()]),
        2 => new DestroyDomain(Domain(state)),
        3 or 4 or 5 => new StartDomain(Domain(state), Now),
        6 => new ReceiveDomain(Domain(state), Now),
        7 => new PauseDomain(Domain(state)),
        8 or 9 => new ResumeDomain(Domain(state), Now),
        10 => new SaveDomain(Domain(state)),
        11 => new StopDomain(Domain(state)),
        12 => new RelabelDomain(Domain(state), Label(state), SpecKey()),
        13 => new SnapshotDomain(Domain(state), new SnapshotId(Id(SnapshotIds))),
        14 => new DumpDomain(Domain(state), Resource(state, ResourceKind.Volume)),
        15 or 16 => CreateResource(state),
        17 => new ReleaseResource(Resource(state)),
        18 => new RelabelResource(Resource(state), Label(state), SpecKey()),
        19 or 20 or 21 => new AttachVolume(Domain(state), Resource(state, ResourceKind.Volume), choices.Chance(50)),
        22 => new AttachNetwork(Domain(state), Resource(state, ResourceKind.Network), AnyFlows()),
        23 => AttachSingle(state),
        24 => Detach(state),
        25 or 26 => Open(state),
        27 => new CloseChannel(new ChannelId(Id(ChannelIds))),
        28 => new ForwardFrame(Domain(state), Domain(state), Resource(state, ResourceKind.Network)),
        29 => Certify(state),
        30 => Ticket(state),
        31 or 32 => Lease(state),
        _ => choices.Chance(15) ? new BootHost(state.Boot + (ulong)choices.Below(3)) : Return(state),
    };

    private ulong Id(int count) => (ulong)choices.Between(1, count);

    private DomainId Domain(OracleState state) =>
        new(choices.Chance(5) || state.Domains.IsEmpty ? Id(DomainIds) : choices.Pick([.. state.Domains.Keys]));

    private ResourceId Resource(OracleState state, ResourceKind? kind = null)
    {
        var fitting = state.Resources.Values.Where(resource => kind is null || resource.Kind == kind).Select(resource => resource.Id).ToList();
        return new ResourceId(choices.Chance(8) || fitting.Count == 0 ? Id(ResourceIds) : choices.Pick(fitting));
    }

    private StableKey Label(OracleState state) => choices.Below(20) switch
    {
        18 => default,
        19 => KeyBook.Of(KeyKind.Label, "nobody"),
        _ => KeyBook.OfLabel(choices.PickOrDefault([.. state.Policy?.Content.Labels.Select(label => label.Name) ?? []])),
    };

    private Digest SpecKey() => RandomPolicies.SpecKeys[choices.Chance(10) ? 1 : 0];

    private IEnumerable<Digest> Images() => Enumerable.Range(0, choices.Below(3)).Select(_ => RandomPolicies.Images[choices.Chance(15) ? 1 : 0]);

    private Flows AnyFlows() => (Flows)choices.Between(1, 3);

    private CreateResource CreateResource(OracleState state)
    {
        var kind = choices.Below(9) switch { 0 or 1 or 2 or 3 => ResourceKind.Volume, 4 or 5 => ResourceKind.Network, 6 => ResourceKind.Device, 7 => ResourceKind.Vtpm, _ => ResourceKind.Console };
        var shareable = kind == ResourceKind.Volume && choices.Chance(40);
        var bound = kind == ResourceKind.Vtpm ? Domain(state) : default;
        return new CreateResource(new ResourceId(Id(ResourceIds)), kind, Label(state), SpecKey(), shareable, bound);
    }

    private Operation AttachSingle(OracleState state) => choices.Below(3) switch
    {
        0 => new AttachDevice(Domain(state), Resource(state, ResourceKind.Device)),
        1 => new AttachConsole(Domain(state), Resource(state, ResourceKind.Console)),
        _ => AttachVtpm(state),
    };

    private AttachVtpm AttachVtpm(OracleState state)
    {
        var resource = Resource(state, ResourceKind.Vtpm);
        var isBound = state.Resources.TryGetValue(resource.Value, out var found) && found.Kind == ResourceKind.Vtpm && !choices.Chance(15);
        return new AttachVtpm(isBound ? new DomainId(found!.BoundTo) : Domain(state), resource);
    }

    private DetachResource Detach(OracleState state)
    {
        var attachment = choices.PickOrDefault([.. state.Attachments]);
        return attachment is null || choices.Chance(10)
            ? new DetachResource(Domain(state), Resource(state))
            : new DetachResource(new DomainId(attachment.Domain), new ResourceId(attachment.Resource));
    }

    private Operation Open(OracleState state)
    {
        var channel = new ChannelId(Id(ChannelIds));
        return choices.Chance(50)
            ? new OpenConnection(channel, Domain(state), Domain(state), (uint)choices.Between(1, 2))
            : new OpenWindow(channel, Domain(state), Domain(state), AnyFlows());
    }

    private CertifySanitized Certify(OracleState state)
    {
        var (kind, id) = choices.PickOrDefault([.. state.Residues.Keys]);
        return id == 0 || choices.Chance(5)
            ? new CertifySanitized((ResidueKind)choices.Below(5), Id(ResourceIds))
            : new CertifySanitized(kind, id);
    }

    private PresentTicket Ticket(OracleState state)
    {
        var host = choices.Chance(5) ? KeyBook.Of(KeyKind.Host, "h2") : state.Host;
        var boot = state.Boot + (choices.Chance(5) ? 1u : 0);
        var policy = choices.Chance(10) ? TestKeys.Image("another policy") : state.Policy?.Digest ?? default;
        return new PresentTicket(new HostTicket(host, boot, policy, Expiry(), Signer("verifier")), Now);
    }

    private GrantLease Lease(OracleState state)
    {
        var (set, position, place) = Seat(state);
        var host = choices.Chance(5) ? KeyBook.Of(KeyKind.Host, "h2") : state.Host;
        return new GrantLease(new PlacementLease(set, position, place, host, Expiry(), Signer("placer")), Now);
    }

    private ReturnLease Return(OracleState state)
    {
        if (choices.PickOrDefault(state.Leases) is { } lease && !choices.Chance(10))
            return new ReturnLease(lease.Set, lease.Position, lease.Place);
        var (set, position, place) = Seat(state);
        return new ReturnLease(set, position, place);
    }

    private (StableKey Set, StableKey Position, StableKey Place) Seat(OracleState state)
    {
        var sets = state.Policy?.Content.Conflicts.Where(set => set.Scope != WallScope.Host).ToList() ?? [];
        var set = choices.PickOrDefault(sets) ?? new ConflictContent("no set", ["t0"], WallScope.Rack, WallMode.Running);
        var isRack = set.Scope == WallScope.Rack ^ choices.Chance(10);
        var place = isRack ? KeyBook.Of(KeyKind.Rack, "r1") : KeyBook.Of(KeyKind.Zone, "z1");
        return (KeyBook.Of(KeyKind.ConflictSet, set.Name), KeyBook.Of(KeyKind.Type, choices.Pick(set.Members)), place);
    }

    private ulong Expiry() => Now + (ulong)choices.Below(60);

    private Digest Signer(string role) => TestKeys.Id(choices.Chance(5) ? "nobody" : role);
}
