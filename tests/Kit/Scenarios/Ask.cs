using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Operations in few words: ids are numbers, labels are names, the spec key is the label's own unless another one is named.</summary>
public static class Ask
{
    /// <summary>Create a domain; label null is none.</summary>
    public static CreateDomain Create(ulong domain, string? label, string? key = null, params string[] images) =>
        new(D(domain), KeyBook.OfLabel(label), Key(label, key), [.. images.Select(TestKeys.Image)]);

    /// <summary>Destroy a domain.</summary>
    public static DestroyDomain Destroy(ulong domain) => new(D(domain));

    /// <summary>Start a domain.</summary>
    public static StartDomain Start(ulong domain, ulong now = Town.Now) => new(D(domain), now);

    /// <summary>Take in a domain.</summary>
    public static ReceiveDomain Receive(ulong domain, ulong now = Town.Now) => new(D(domain), now);

    /// <summary>Pause a domain.</summary>
    public static PauseDomain Pause(ulong domain) => new(D(domain));

    /// <summary>Resume a domain.</summary>
    public static ResumeDomain Resume(ulong domain, ulong now = Town.Now) => new(D(domain), now);

    /// <summary>Save a domain.</summary>
    public static SaveDomain Save(ulong domain) => new(D(domain));

    /// <summary>Stop a domain.</summary>
    public static StopDomain Stop(ulong domain) => new(D(domain));

    /// <summary>Give a domain another label.</summary>
    public static RelabelDomain Relabel(ulong domain, string? label, string? key = null) => new(D(domain), KeyBook.OfLabel(label), Key(label, key));

    /// <summary>Take a snapshot.</summary>
    public static SnapshotDomain Snapshot(ulong domain, ulong snapshot) => new(D(domain), new SnapshotId(snapshot));

    /// <summary>Dump a domain's memory.</summary>
    public static DumpDomain Dump(ulong domain, ulong volume) => new(D(domain), R(volume));

    /// <summary>Create a volume.</summary>
    public static CreateResource Volume(ulong resource, string? label, bool shareable = false) => Resource(resource, ResourceKind.Volume, label, null, shareable);

    /// <summary>Create a TPM for a domain.</summary>
    public static CreateResource Vtpm(ulong resource, ulong domain) => new(R(resource), ResourceKind.Vtpm, default, default, false, D(domain));

    /// <summary>Create a resource of any kind but a TPM.</summary>
    public static CreateResource Resource(ulong resource, ResourceKind kind, string? label, string? key = null, bool shareable = false) =>
        new(R(resource), kind, KeyBook.OfLabel(label), Key(label, key), shareable, default);

    /// <summary>Give up a resource.</summary>
    public static ReleaseResource Release(ulong resource) => new(R(resource));

    /// <summary>Give a resource another label.</summary>
    public static RelabelResource RelabelResource(ulong resource, string? label, string? key = null) => new(R(resource), KeyBook.OfLabel(label), Key(label, key));

    /// <summary>Attach a volume to read.</summary>
    public static AttachVolume Read(ulong domain, ulong volume) => new(D(domain), R(volume), false);

    /// <summary>Attach a volume to read and write.</summary>
    public static AttachVolume Write(ulong domain, ulong volume) => new(D(domain), R(volume), true);

    /// <summary>Attach a port on a network.</summary>
    public static AttachNetwork Plug(ulong domain, ulong network, Flows flows = Flows.Both) => new(D(domain), R(network), flows);

    /// <summary>Attach a device.</summary>
    public static AttachDevice Device(ulong domain, ulong device) => new(D(domain), R(device));

    /// <summary>Attach a TPM.</summary>
    public static AttachVtpm Tpm(ulong domain, ulong vtpm) => new(D(domain), R(vtpm));

    /// <summary>Attach a console.</summary>
    public static AttachConsole Console(ulong domain, ulong console) => new(D(domain), R(console));

    /// <summary>Detach a resource.</summary>
    public static DetachResource Detach(ulong domain, ulong resource) => new(D(domain), R(resource));

    /// <summary>Connect a domain to another's vsock port.</summary>
    public static OpenConnection Connect(ulong channel, ulong from, ulong to, uint port = Town.Port) => new(C(channel), D(from), D(to), port);

    /// <summary>Open a memory window.</summary>
    public static OpenWindow Window(ulong channel, ulong from, ulong to, Flows flows) => new(C(channel), D(from), D(to), flows);

    /// <summary>Close a channel.</summary>
    public static CloseChannel Close(ulong channel) => new(C(channel));

    /// <summary>Forward a frame.</summary>
    public static ForwardFrame Forward(ulong from, ulong to, ulong network) => new(D(from), D(to), R(network));

    /// <summary>Certify that a residue is gone.</summary>
    public static CertifySanitized Sanitize(ResidueKind kind, ulong id) => new(kind, id);

    /// <summary>Present a ticket for a host; policy null is the town's.</summary>
    public static PresentTicket Ticket(
        string host = "vouched", ulong boot = 0, Digest? policy = null, ulong expires = Town.Expiry, ulong now = Town.Now, string signer = "verifier") =>
        new(new HostTicket(Host(host), boot, policy ?? Town.Image(Town.Policy).Digest, expires, TestKeys.Id(signer)), now);

    /// <summary>Grant a lease for a position of a set at a rack ("r1", "r2") or zone ("z1").</summary>
    public static GrantLease Grant(
        string set, string position, string place, ulong expires = Town.Expiry, ulong now = Town.Now, string host = "h1", string signer = "placer") =>
        new(new PlacementLease(Set(set), Position(position), Place(place), Host(host), expires, TestKeys.Id(signer)), now);

    /// <summary>Give a lease back.</summary>
    public static ReturnLease Return(string set, string position, string place) => new(Set(set), Position(position), Place(place));

    /// <summary>Begin a new boot.</summary>
    public static BootHost Boot(ulong boot) => new(boot);

    /// <summary>The id of a domain.</summary>
    public static DomainId D(ulong id) => new(id);

    /// <summary>The id of a resource.</summary>
    public static ResourceId R(ulong id) => new(id);

    /// <summary>The id of a channel.</summary>
    public static ChannelId C(ulong id) => new(id);

    private static Digest Key(string? label, string? key) => TestKeys.Id(key ?? label ?? "nobody");

    private static StableKey Set(string name) => KeyBook.Of(KeyKind.ConflictSet, name);

    private static StableKey Position(string name) => KeyBook.Of(KeyKind.Type, name);

    private static StableKey Host(string name) => KeyBook.Of(KeyKind.Host, name);

    private static StableKey Place(string name) => KeyBook.Of(name.StartsWith('r') ? KeyKind.Rack : KeyKind.Zone, name);
}
