using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Analysis;

/// <summary>All that a policy allows, by names that another policy can be compared by.</summary>
internal sealed class PolicyGrants
{
    private const int Ambiguous = -1;

    private readonly CheckedPolicy _policy;
    private readonly string[] _labels;
    private readonly Dictionary<string, string> _newNames;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>Labels of the policy are called by their new names.</summary>
    public PolicyGrants(CheckedPolicy policy, Dictionary<string, string> newNames)
    {
        _policy = policy;
        _newNames = newNames;
        _labels = [.. Enumerable.Range(0, policy.Compiled.LabelCount).Select(label => NewName(policy.Names.Label(label)))];
        for (var label = 0; label < _labels.Length; label++)
            _index[_labels[label]] = _index.ContainsKey(_labels[label]) ? Ambiguous : label;
    }

    /// <summary>The compiled policy.</summary>
    public CompiledPolicy Compiled => _policy.Compiled;

    /// <summary>Labels by index.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Index of a label; negative when there is none, or two of that name since one was renamed.</summary>
    public int IndexOf(string label) => _index.GetValueOrDefault(label, Ambiguous);

    /// <summary>What labels are called now, by what they were called before.</summary>
    public static Dictionary<string, string> NewNames(CheckedPolicy now) => now.Content.Renames
        .Where(rename => rename.Kind == KeyKind.Label)
        .ToDictionary(rename => rename.OldName, rename => rename.Name, StringComparer.Ordinal);

    /// <summary>
    /// What is allowed, but for who may be beside whom; hosts as both policies list them. Accesses that plainly are the same in both are left out.
    /// </summary>
    public IEnumerable<AccessGrant> Allowed(PolicyGrants other) => [.. Accesses(other), .. Hosts(other), .. Images(), .. Keys(), .. Unlabelled()];

    private string NewName(string label) => _newNames.GetValueOrDefault(label, label);

    private IEnumerable<AccessGrant> Accesses(PolicyGrants other)
    {
        for (var subject = 0; subject < _labels.Length; subject++)
        {
            for (var label = 0; label < _labels.Length; label++)
            {
                if (IsSameIn(other, subject, label))
                    continue;
                foreach (var grant in AccessMatrix.Of(Compiled, subject, label).SelectMany(Grants))
                    yield return grant;
            }
        }
    }

    private IEnumerable<AccessGrant> Grants(AccessCell cell)
    {
        var kind = cell.Port == 0 ? cell.Kind : $"{cell.Kind} {cell.Port}";
        if (cell.Flows.HasFlag(Flows.Out))
            yield return new AccessGrant(_labels[cell.Subject], _labels[cell.Other], $"{kind} out");
        if (cell.Flows.HasFlag(Flows.In))
            yield return new AccessGrant(_labels[cell.Subject], _labels[cell.Other], $"{kind} in");
    }

    /// <summary>True when the other policy has the same two labels and says the same of them, and neither has a channel between them.</summary>
    private bool IsSameIn(PolicyGrants other, int subject, int label)
    {
        var word = Compiled.Access[subject * _labels.Length + label];
        if ((word & AccessWord.AllChannels) != 0 || IndexOf(_labels[subject]) < 0 || IndexOf(_labels[label]) < 0)
            return false;
        var (theirs, theirLabel) = (other.IndexOf(_labels[subject]), other.IndexOf(_labels[label]));
        return theirs >= 0 && theirLabel >= 0 && other.Compiled.Access[theirs * other._labels.Length + theirLabel] == word;
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
                if (!table.MayRun(host, label))
                    continue;
                yield return new AccessGrant(_labels[label], shown, "run when attested");
                if (!attested)
                    yield return new AccessGrant(_labels[label], shown, "run without being attested");
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
