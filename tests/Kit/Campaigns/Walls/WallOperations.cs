using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>Every operation that can be asked in a state of a walk.</summary>
internal sealed class WallOperations
{
    private const ulong Now = 1;

    private readonly WallScale _scale;
    private readonly PolicyShelf _shelf;
    private readonly ImmutableArray<PolicyContent> _policies;
    private readonly ImmutableArray<Operation> _plain;
    private readonly Dictionary<(Digest, string), CompiledPolicy> _successors = [];

    public WallOperations(WallScale scale, PolicyShelf shelf, ImmutableArray<PolicyContent> policies)
    {
        (_scale, _shelf, _policies) = (scale, shelf, policies);
        _plain = [.. Ids(scale.Domains).SelectMany(OfDomain), .. Ids(scale.Volumes).SelectMany(OfVolume)];
    }

    /// <summary>Images compiled.</summary>
    public int Images => _successors.Count;

    public IEnumerable<Operation> In(OracleState state) => _plain.Concat(_policies.SelectMany(policy => Updates(state, policy)));

    private static IEnumerable<ulong> Ids(int count) => Enumerable.Range(1, count).Select(id => (ulong)id);

    private IEnumerable<Operation> OfDomain(ulong id)
    {
        var domain = new DomainId(id);
        IEnumerable<Operation> plain =
        [
            new DestroyDomain(domain), new StartDomain(domain, Now), new PauseDomain(domain), new ResumeDomain(domain, Now), new SaveDomain(domain),
            new StopDomain(domain), new CertifySanitized(ResidueKind.Memory, id), new CertifySanitized(ResidueKind.Saved, id),
        ];
        var labels = _policies[0].Labels.Select(label => label.Name).ToList();
        var created = labels.Select(label => new CreateDomain(domain, KeyBook.OfLabel(label), TestKeys.Id(label), []));
        var relabelled = _scale.Relabel ? labels.Select(label => new RelabelDomain(domain, KeyBook.OfLabel(label), TestKeys.Id(label))) : [];
        return plain.Concat(created).Concat(relabelled);
    }

    private IEnumerable<Operation> OfVolume(ulong id)
    {
        var volume = new ResourceId(id);
        yield return new CertifySanitized(ResidueKind.Volume, id);
        foreach (var domain in Ids(_scale.Domains).Select(domain => new DomainId(domain)))
        {
            yield return new AttachVolume(domain, volume, true);
            yield return new AttachVolume(domain, volume, false);
            yield return new DetachResource(domain, volume);
        }
    }

    private IEnumerable<Operation> Updates(OracleState state, PolicyContent policy)
    {
        var image = Successor(state.Rules, policy);
        yield return new LoadPolicy(image, UpdateMode.Refuse, Now);
        yield return new LoadPolicy(image, UpdateMode.Revoke, Now);
    }

    /// <summary>Policies differ in their serial numbers only, and few come to be: a walk finds most states without any update.</summary>
    private CompiledPolicy Successor(OraclePolicy current, PolicyContent policy)
    {
        var key = (current.Digest, policy.Name);
        if (!_successors.TryGetValue(key, out var image))
            _successors[key] = image = _shelf.Add(policy.Succeeding(current.Content, current.Digest), TestKeys.Officers[0]);
        return image;
    }
}
