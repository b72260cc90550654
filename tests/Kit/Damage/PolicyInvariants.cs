using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// What must hold of every policy that a reader accepts, whatever bytes it was made of: section 1 of docs/SEMANTICS.md and the orders of
/// docs/reference/policy-image.md, asked with names, lists and sets.
/// </summary>
public sealed class PolicyInvariants
{
    private readonly CompiledPolicy _policy;
    private readonly byte[] _levelCounts;
    private readonly TypeEntry[] _types;
    private readonly ConflictEntry[] _conflicts;
    private readonly List<string> _broken = [];

    private PolicyInvariants(CompiledPolicy policy, byte[] image)
    {
        _policy = policy;
        _levelCounts = image[ImageLayout.LevelCounts..(ImageLayout.LevelCounts + 3)];
        _types = policy.Types.ToArray();
        _conflicts = policy.Conflicts.ToArray();
    }

    /// <summary>What does not hold, one sentence each.</summary>
    public static IReadOnlyList<string> Broken(CompiledPolicy policy, byte[] image)
    {
        var invariants = new PolicyInvariants(policy, image);
        invariants.CheckHeader();
        invariants.CheckTypes();
        // What follows walks from types to their ancestors.
        if (invariants._broken.Count > 0)
            return invariants._broken;
        invariants.CheckConflicts();
        invariants.CheckSeats();
        invariants.CheckLabels();
        invariants.CheckChannels();
        invariants.CheckHosts();
        invariants.CheckKeys();
        invariants.CheckRenames();
        return invariants._broken;
    }

    private void Hold(bool holds, string what)
    {
        if (!holds)
            _broken.Add(what);
    }

    private void Ascend(IEnumerable<string> keys, string what)
    {
        var list = keys.ToList();
        Hold(list.Zip(list.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0), $"{what} ascend, none stands twice");
    }

    private void CheckHeader()
    {
        Hold(_policy.Serial > _policy.PredecessorSerial, "the serial is above the predecessor's");
        Hold((_policy.PredecessorSerial == 0) == _policy.PredecessorDigest.IsZero, "the predecessor has serial and digest, or neither");
        Hold(_levelCounts[0] is >= 1 and <= 64 && _levelCounts[1] is >= 1 and <= 64 && _levelCounts[2] <= 64, "levels and categories are within limits");
    }

    private void CheckTypes()
    {
        Ascend(_types.Select(type => type.Key.ToString()), "types");
        Hold(!_types.Any(type => type.Key.IsZero), "no type has the zero key");
        for (var type = 0; type < _types.Length; type++)
        {
            Hold(_types[type].Parent == TypeEntry.NoParent || _types[type].Parent < _types.Length, $"type {type} has a parent that exists, or none");
            Hold(Line(type).Count() <= 17, $"type {type} has an end and at most 16 ancestors");
        }
    }

    private void CheckConflicts()
    {
        Ascend(_conflicts.Select(set => set.Key.ToString()), "conflict sets");
        Hold(_conflicts.Sum(set => set.MemberCount) == _policy.Members.Length, "members belong to sets");
        foreach (var set in _conflicts)
        {
            Ascend(Members(set).Select(Sortable), $"members of {set.Key}");
            Hold(set.MemberCount is >= 2 and <= 256 && !set.Key.IsZero, $"{set.Key} has a key and 2 to 256 members");
            Hold(Members(set).All(type => type < _types.Length), $"members of {set.Key} exist");
            Hold(Enum.IsDefined(set.Scope) && Enum.IsDefined(set.Mode), $"{set.Key} has a scope and a mode that there are");
        }
    }

    private void CheckSeats()
    {
        for (var type = 0; type < _types.Length; type++)
        {
            var expected = _conflicts.Select(set => (Set: set, Position: Position(type, set))).Where(pair => pair.Position is not null)
                .Select(pair => pair.Set.FirstMember + Array.IndexOf(Members(pair.Set), pair.Position!.Value)).ToArray();
            Hold(_policy.SeatsOf(type).SequenceEqual(expected), $"type {type} has the seats of its positions");
        }
        for (var set = 0; set < _conflicts.Length; set++)
        {
            var seats = Enumerable.Range(_conflicts[set].FirstMember, _conflicts[set].MemberCount);
            Hold(seats.All(seat => _policy.ConflictOf(seat) == set), $"the seats of set {set} are its own");
        }
    }

    private void CheckLabels()
    {
        var labels = _policy.Labels.ToArray();
        Ascend(labels.Select(label => label.Key.ToString()), "labels");
        for (var label = 0; label < labels.Length; label++)
        {
            var types = _policy.TypesOf(label).ToArray();
            Ascend(types.Select(Sortable), $"types of label {label}");
            Hold(types.Length is >= 1 and <= 64 && types.All(type => type < _types.Length), $"label {label} has 1 to 64 types that exist");
            Hold(!labels[label].Key.IsZero && _policy.FindLabel(labels[label].Key) == label, $"label {label} is found by its key");
            Hold(!_conflicts.Any(set => types.Any(a => types.Any(b => Conflict(a, b, set)))), $"no types of label {label} are in conflict");
            CheckLevels(labels[label].Levels, label);
        }
    }

    private void CheckLevels(LabelLevels levels, int label)
    {
        Hold(levels.SecrecyLow.Level <= levels.SecrecyHigh.Level && levels.SecrecyHigh.Level < _levelCounts[0], $"secrecy levels of label {label}");
        Hold((levels.SecrecyLow.Categories | levels.SecrecyHigh.Categories) == levels.SecrecyHigh.Categories, $"categories of label {label}");
        Hold(levels.IntegrityLow <= levels.IntegrityHigh && levels.IntegrityHigh < _levelCounts[1], $"integrity levels of label {label}");
        Hold(Enumerable.Range(_levelCounts[2], 64 - _levelCounts[2]).All(bit => (levels.SecrecyHigh.Categories >> bit & 1) == 0),
            $"label {label} has categories that exist");
    }

    private void CheckChannels()
    {
        Ascend(
            _policy.Channels.ToArray().Select(c => $"{c.Low:x4} {c.High:x4} {(byte)c.Kind:x2} {c.Port:x8} {(c.OpenedByHigh ? 1 : 0)}"),
            "channels");
        foreach (var channel in _policy.Channels)
        {
            var opener = channel.OpenedByHigh ? Flows.Out : Flows.In;
            Hold(channel.Low < channel.High && channel.High < _policy.LabelCount, $"{channel} has two labels that exist");
            Hold(!_policy.TypesOf(channel.Low).ToArray().Intersect(_policy.TypesOf(channel.High).ToArray()).Any(), $"{channel} is between labels that do not share");
            Hold(channel switch
            {
                { Kind: AccessKind.Vsock } => channel.Port != 0 && channel.Flows == Flows.Both,
                { Kind: AccessKind.Memory } => channel.Port == 0 && channel.Flows is Flows.Out or Flows.In or Flows.Both,
                { Kind: AccessKind.Volume } => channel.Port == 0 && channel.Flows == opener,
                _ => false,
            }, $"{channel} has a kind, port and directions that go together");
        }
    }

    private void CheckHosts()
    {
        Ascend(_policy.Hosts.ToArray().Select(host => host.Key.ToString()), "hosts");
        Ascend(_policy.Images.ToArray().Select(image => image.ToString()), "images");
    }

    private void CheckKeys()
    {
        var keys = _policy.Keys.ToArray();
        Ascend(keys.Select(key => $"{(byte)key.Role} {key.Label:x4} {key.Id}"), "keys");
        Hold(keys.Any(key => key.Role == KeyRole.Officer), "there is an officer");
        Hold(keys.All(key => Enum.IsDefined(key.Role) && !key.Id.IsZero), "keys have a role and an id");
        Hold(keys.All(key => key.Role == KeyRole.Spec ? key.Label < _policy.LabelCount : key.Label == KeyEntry.NoLabel), "keys of specs have a label");
    }

    private void CheckRenames()
    {
        var renames = _policy.Renames.ToArray();
        Ascend(renames.Select(rename => $"{(rename.Kind == KeyKind.Label ? 1 : 0)} {rename.Index:x4}"), "renames");
        Hold(renames.DistinctBy(rename => (rename.Kind, rename.OldKey)).Count() == renames.Length, "an old key is one thing's");
        foreach (var rename in renames)
        {
            var isType = rename.Kind == KeyKind.Type;
            Hold((isType || rename.Kind == KeyKind.Label) && !rename.OldKey.IsZero, $"{rename} is of a type or label");
            Hold(rename.Index < (isType ? _types.Length : _policy.LabelCount), $"{rename} is of something that exists");
            Hold((isType ? _policy.FindType(rename.OldKey) : _policy.FindLabel(rename.OldKey)) < 0, $"{rename} is from a key that is free");
        }
    }

    /// <summary>A type and its ancestors; cut off after too many.</summary>
    private IEnumerable<int> Line(int type)
    {
        yield return type;
        var at = _types[type].Parent;
        for (var steps = 0; steps < 20 && at != TypeEntry.NoParent && at < _types.Length; steps++, at = _types[at].Parent)
            yield return at;
    }

    private ushort[] Members(ConflictEntry set) => _policy.Members.Slice(set.FirstMember, set.MemberCount).ToArray();

    private ushort? Position(int type, ConflictEntry set)
    {
        var members = Members(set);
        return Line(type).Select(at => (ushort?)at).FirstOrDefault(at => members.Contains(at!.Value));
    }

    private bool Conflict(int a, int b, ConflictEntry set) =>
        Position(a, set) is { } p && Position(b, set) is { } q && p != q && !Line(p).Contains(q) && !Line(q).Contains(p);

    private static string Sortable(ushort index) => $"{index:x4}";
}
