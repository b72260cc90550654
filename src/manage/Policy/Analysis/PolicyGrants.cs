using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Policy.Analysis;

/// <summary>All that a policy allows, by names that another policy can be compared by.</summary>
internal sealed class PolicyGrants
{
    private readonly CheckedPolicy _policy;
    private readonly string[] _labels;
    private readonly Dictionary<string, string> _newNames;

    /// <summary>Labels of the policy are called by their new names.</summary>
    public PolicyGrants(CheckedPolicy policy, Dictionary<string, string> newNames)
    {
        _policy = policy;
        _newNames = newNames;
        _labels = [.. Enumerable.Range(0, policy.Compiled.LabelCount).Select(label => NewName(policy.Names.Label(label)))];
    }

    /// <summary>What labels are called now, by what they were called before.</summary>
    public static Dictionary<string, string> NewNames(CheckedPolicy now) => now.Content.Renames
        .Where(rename => rename.Kind == KeyKind.Label)
        .ToDictionary(rename => rename.OldName, rename => rename.Name, StringComparer.Ordinal);

    /// <summary>What is allowed, but for who may be beside whom; hosts as both policies list them.</summary>
    public IEnumerable<AccessGrant> Allowed(PolicyGrants other) => [.. Accesses(), .. Hosts(other), .. Images(), .. Keys(), .. Unlabelled()];

    /// <summary>
    /// Who may not be beside or after whom, of the labels that both policies have. Sets of every scope count on one host; those of a rack or zone in
    /// their place only.
    /// </summary>
    public IEnumerable<AccessGrant> Apart(PolicyGrants other) =>
        [.. Apart(other, "host", WallScope.Host), .. Apart(other, "rack", WallScope.Rack), .. Apart(other, "zone", WallScope.Zone)];

    private string NewName(string label) => _newNames.GetValueOrDefault(label, label);

    private IEnumerable<AccessGrant> Accesses()
    {
        foreach (var cell in AccessMatrix.Of(_policy.Compiled))
        {
            var kind = cell.Port == 0 ? cell.Kind : $"{cell.Kind} {cell.Port}";
            if (cell.Flows.HasFlag(Flows.Out))
                yield return new AccessGrant(_labels[cell.Subject], _labels[cell.Other], $"{kind} out");
            if (cell.Flows.HasFlag(Flows.In))
                yield return new AccessGrant(_labels[cell.Subject], _labels[cell.Other], $"{kind} in");
        }
    }

    /// <summary>A host that only the other policy lists is asked by the default entry here.</summary>
    private IEnumerable<AccessGrant> Hosts(PolicyGrants other)
    {
        var table = new HostTable(_policy.Compiled);
        foreach (var name in HostNames().Union(other.HostNames(), StringComparer.Ordinal))
        {
            if (EntryOf(name) is not var (host, attested))
                continue;
            var shown = name.Length == 0 ? "default" : name;
            for (var label = 0; label < _labels.Length; label++)
            {
                if (table.MayRun(host, label))
                    yield return new AccessGrant(_labels[label], shown, attested ? "run when attested" : "run");
            }
        }
    }

    private IEnumerable<string> HostNames() => _policy.Content.Hosts.Select(host => host.Name);

    private (int Host, bool Attested)? EntryOf(string name)
    {
        var byDefault = -1;
        for (var host = 0; host < _policy.Compiled.Hosts.Length; host++)
        {
            var listed = _policy.Names.Host(host);
            if (listed == name)
                return (host, _policy.Compiled.Hosts[host].AttestationRequired);
            byDefault = listed.Length == 0 ? host : byDefault;
        }
        return byDefault < 0 ? null : (byDefault, _policy.Compiled.Hosts[byDefault].AttestationRequired);
    }

    private IEnumerable<AccessGrant> Apart(PolicyGrants other, string place, WallScope scope)
    {
        bool Counts(ConflictEntry set) => scope == WallScope.Host || set.Scope == scope;
        var beside = WallTable.Of(_policy.Compiled, Counts);
        var after = WallTable.Of(_policy.Compiled, set => Counts(set) && set.Mode == WallMode.History);
        return [.. Apart(other, beside, $"beside on one {place}"), .. Apart(other, after, $"after on one {place}")];
    }

    private IEnumerable<AccessGrant> Apart(PolicyGrants other, WallTable walls, string what)
    {
        var common = other._labels.ToHashSet(StringComparer.Ordinal);
        foreach (var label in walls.Labels.Where(label => common.Contains(_labels[label])))
        {
            for (var rival = 0; rival < _labels.Length; rival++)
            {
                if (string.CompareOrdinal(_labels[label], _labels[rival]) < 0 && walls.AreApart(label, rival) && common.Contains(_labels[rival]))
                    yield return new AccessGrant(_labels[label], _labels[rival], what);
            }
        }
    }

    private IEnumerable<AccessGrant> Images() => _policy.Content.Images.Select(image => new AccessGrant("", $"sha256:{image}", "boot"));

    private IEnumerable<AccessGrant> Keys() => _policy.Content.Keys.Where(key => key.Id != ContentBuilder.NoOfficer)
        .Select(key => new AccessGrant(key.Label is { } label ? NewName(label) : "", $"sha256:{key.Id}", Signs(key)));

    private static string Signs(KeyContent key) => key.Role switch
    {
        KeyRole.Officer => "sign the next policy",
        KeyRole.Verifier => "sign tickets",
        KeyRole.Placer => "sign leases",
        _ => "sign specs",
    };

    private IEnumerable<AccessGrant> Unlabelled() => _policy.Content.Quarantine ? [new AccessGrant("", "objects without a label", "run in quarantine")] : [];
}
