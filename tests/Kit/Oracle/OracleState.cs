using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>
/// Section 2 of docs/SEMANTICS.md: the state of a host, as committed, and the permits that are outstanding. What a permit has reserved is not
/// stored: it is found by looking at the permits, so that rolling one back is forgetting it.
/// </summary>
public sealed record OracleState
{
    /// <summary>Policies by digest of their image.</summary>
    public required PolicyShelf Shelf { get; init; }

    /// <summary>The monitor's limits.</summary>
    public OracleLimits Limits { get; init; } = OracleLimits.Monitors;

    /// <summary>The policy in force, or null.</summary>
    public OraclePolicy? Policy { get; init; }

    /// <summary>Key of this host.</summary>
    public required StableKey Host { get; init; }

    /// <summary>The boot counter.</summary>
    public ulong Boot { get; init; }

    /// <summary>The key that may sign a first policy.</summary>
    public required Digest Anchor { get; init; }

    /// <summary>Domains that were committed, by id.</summary>
    public ImmutableSortedDictionary<ulong, OracleDomain> CommittedDomains { get; init; } = ImmutableSortedDictionary<ulong, OracleDomain>.Empty;

    /// <summary>Resources that were committed, by id.</summary>
    public ImmutableSortedDictionary<ulong, OracleResource> CommittedResources { get; init; } =
        ImmutableSortedDictionary<ulong, OracleResource>.Empty;

    /// <summary>Attachments that were committed.</summary>
    public ImmutableList<OracleAttachment> CommittedAttachments { get; init; } = [];

    /// <summary>Channels that were committed, by id.</summary>
    public ImmutableSortedDictionary<ulong, OracleChannel> CommittedChannels { get; init; } =
        ImmutableSortedDictionary<ulong, OracleChannel>.Empty;

    /// <summary>Residues.</summary>
    public ImmutableSortedDictionary<(ResidueKind Kind, ulong Id), OracleResidue> Residues { get; init; } =
        ImmutableSortedDictionary<(ResidueKind, ulong), OracleResidue>.Empty;

    /// <summary>Tickets by the policy they name.</summary>
    public ImmutableSortedDictionary<Digest, HostTicket> Tickets { get; init; } = ImmutableSortedDictionary<Digest, HostTicket>.Empty;

    /// <summary>Leases.</summary>
    public ImmutableList<PlacementLease> Leases { get; init; } = [];

    /// <summary>Leases that are not being returned.</summary>
    public IEnumerable<PlacementLease> LeasesThatCount => Leases.Where(lease => !Outstanding.OfType<ReturnLease>().Any(lease.IsFor));

    /// <summary>Permits outstanding, by number.</summary>
    public ImmutableSortedDictionary<int, OraclePermit> Permits { get; init; } = ImmutableSortedDictionary<int, OraclePermit>.Empty;

    /// <summary>How many starts were committed.</summary>
    public int Starts { get; init; }

    /// <summary>The policy in force, when there must be one.</summary>
    public OraclePolicy Rules => Policy ?? throw new System.InvalidOperationException("no policy is in force");

    /// <summary>This host's entry in the policy, or the default entry, or null.</summary>
    public HostContent? Entry => Rules.EntryFor(Host);

    /// <summary>Operations outstanding.</summary>
    public IEnumerable<Operation> Outstanding => Permits.Values.Select(permit => permit.Operation);

    /// <summary>True while an update is outstanding.</summary>
    public bool IsUpdating => Outstanding.Any(operation => operation is LoadPolicy);

    /// <summary>Domains, with those that are being created.</summary>
    public ImmutableSortedDictionary<ulong, OracleDomain> Domains => Permits.Values.Select(Reserved.Domain).OfType<OracleDomain>()
        .Aggregate(CommittedDomains, (domains, domain) => domains.Add(domain.Id, domain));

    /// <summary>Resources, with those that are being created.</summary>
    public ImmutableSortedDictionary<ulong, OracleResource> Resources => Permits.Values.Select(Reserved.Resource).OfType<OracleResource>()
        .Aggregate(CommittedResources, (resources, resource) => resources.Add(resource.Id, resource));

    /// <summary>Attachments, with those that are reserved.</summary>
    public IEnumerable<OracleAttachment> Attachments => CommittedAttachments.Concat(Outstanding.Select(Reserved.Attachment).OfType<OracleAttachment>());

    /// <summary>Channels, with those that are reserved.</summary>
    public IEnumerable<OracleChannel> Channels => CommittedChannels.Values.Concat(Outstanding.Select(Reserved.Channel).OfType<OracleChannel>());

    /// <summary>Domains that are live.</summary>
    public IEnumerable<OracleDomain> Live => Domains.Values.Where(domain => IsLive(domain.Id));

    /// <summary>The phase of a domain, with what is reserved.</summary>
    public Phase PhaseOf(ulong domain) =>
        Outstanding.Any(operation => Reserved.Start(operation, this) == domain) ? Phase.Starting : Domains[domain].Phase;

    /// <summary>True for a domain that exists and is starting, running or paused.</summary>
    public bool IsLive(ulong domain) =>
        Domains.ContainsKey(domain) && PhaseOf(domain) is Phase.Starting or Phase.Running or Phase.Paused;

    /// <summary>The TPM bound to a domain, or null.</summary>
    public ulong? TpmOf(ulong domain) =>
        Resources.Values.FirstOrDefault(resource => resource.Kind == ResourceKind.Vtpm && resource.BoundTo == domain)?.Id;

    /// <summary>Attachments of a domain in order of resource id.</summary>
    public IEnumerable<OracleAttachment> AttachmentsOf(ulong domain) =>
        Attachments.Where(attachment => attachment.Domain == domain).OrderBy(attachment => attachment.Resource);

    /// <summary>Attachments of a resource.</summary>
    public IEnumerable<OracleAttachment> AttachmentsTo(ulong resource) => Attachments.Where(attachment => attachment.Resource == resource);

    /// <summary>True when a resource is attached to a live domain.</summary>
    public bool IsInLiveUse(ulong resource) => AttachmentsTo(resource).Any(attachment => IsLive(attachment.Domain));

    /// <summary>Which types are present.</summary>
    public Presence Presence() => Oracle.Presence.Of(
        Live.SelectMany(domain => Rules.TypesOf(domain.Label)),
        Residues.Values.SelectMany(residue => residue.Types)
            .Concat(Attachments.Select(attachment => Resources[attachment.Resource])
                .Where(resource => resource.IsStore)
                .SelectMany(resource => Rules.TypesOf(resource.Label))));

    /// <summary>True when permits hold a domain or resource at all, or (<paramref name="exclusively"/>) exclusively.</summary>
    public bool IsHeld(bool isDomain, ulong id, bool exclusively) => Outstanding
        .SelectMany(operation => Reserved.Holds(operation, this))
        .Any(hold => hold.IsDomain == isDomain && hold.Id == id && (hold.IsExclusive || !exclusively));

    /// <summary>The residue after data of a label and types was written to it.</summary>
    public OracleState Leaving(ResidueKind kind, ulong id, string? label, IReadOnlyList<string> types)
    {
        var residue = Residues.GetValueOrDefault((kind, id)) ?? new OracleResidue(kind, id, label, []);
        return this with { Residues = Residues.SetItem((kind, id), residue.With(label, types)) };
    }
}
