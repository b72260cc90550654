using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>Holds a policy's model against the rules of docs/SEMANTICS.md section 1, and says all that is wrong.</summary>
internal sealed class PolicyChecker
{
    private readonly PolicyScope _scope;
    private readonly PolicyModel _policy;
    private readonly DiagnosticBag _diagnostics;

    public PolicyChecker(PolicyScope scope, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _policy = scope.Policy;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks everything but channels' flows, tests and tenants.</summary>
    public void Check()
    {
        CheckPredecessor();
        CheckLabelNames();
        CheckTypes();
        foreach (var conflict in _policy.Conflicts)
            CheckConflict(conflict);
        foreach (var host in _policy.Hosts)
            CheckTypeNames(host.Runs, $"host {host.Name}");
        CheckKeys();
        foreach (var fixture in _policy.Fixtures)
            CheckFixture(fixture);
        CheckRenames();
        CheckLimits();
    }

    private void CheckPredecessor()
    {
        if (_policy.From is { } from && from.Serial >= _policy.Serial)
            Error(DiagnosticCode.Predecessor, from.At, $"serial {_policy.Serial} is not greater than {from.Serial}, that of the policy it replaces", $"use a serial above {from.Serial}");
    }

    private void CheckLabelNames()
    {
        foreach (var label in _policy.Labels.Where(label => _scope.HasType(label.Name.Text)))
            Error(DiagnosticCode.DuplicateName, label.Name.At, $"'{label.Name}' is a workload, and so a label, already");
        CheckDistinct(_policy.SecrecyLevels, "level of secrecy");
        CheckDistinct(_policy.IntegrityLevels, "level of integrity");
        CheckDistinct(_policy.Categories, "category");
    }

    private void CheckDistinct(IReadOnlyList<Word> words, string what)
    {
        foreach (var again in words.GroupBy(word => word.Text).SelectMany(group => group.Skip(1)))
            Error(DiagnosticCode.DuplicateName, again.At, $"'{again}' is there twice as a {what}");
    }

    private void CheckTypes()
    {
        foreach (var workload in _policy.Workloads)
        {
            if (workload.Inherits is { } parent && !_scope.HasType(parent.Text))
                Undefined(parent, $"workload {workload.Name}");
            if (!_scope.EndsWell(workload.Name.Text))
                Error(DiagnosticCode.InheritanceCycle, workload.Name.At, $"'{workload.Name}' inherits in a circle, or through more than {PolicyImage.Limits.TypeDepth} types");
        }
        foreach (var label in _policy.Labels)
        {
            CheckTypeNames(label.Types, $"label {label.Name}");
            foreach (var again in label.Types.GroupBy(type => type.Text).SelectMany(group => group.Skip(1)))
                Error(DiagnosticCode.DuplicateName, again.At, $"label {label.Name} lists '{again}' twice");
            CheckWall(label);
        }
    }

    /// <summary>A label of two conflicting types would escape its set.</summary>
    private void CheckWall(LabelModel label)
    {
        var types = _scope.TypesOf(label);
        foreach (var conflict in _policy.Conflicts)
        {
            var positions = types.Select(type => (Type: type, Position: _scope.PositionOf(type, conflict))).Where(pair => pair.Position is not null).ToList();
            foreach (var (type, position) in positions)
            {
                var rival = positions.FirstOrDefault(other => string.CompareOrdinal(type, other.Type) < 0 && !_scope.AreKin(position!, other.Position!));
                if (rival.Type is not null)
                    Error(DiagnosticCode.ConflictingTypes, label.Name.At, $"label {label.Name} holds {type} and {rival.Type}, which conflicts.{conflict.Name} keeps apart", "take one out of the label, or out of the set");
            }
        }
    }

    private void CheckConflict(ConflictModel conflict)
    {
        CheckTypeNames(conflict.Of, $"conflicts.{conflict.Name}");
        CheckDistinct(conflict.Of, $"member of conflicts.{conflict.Name}");
        var members = conflict.Of.Select(member => member.Text).Where(_scope.HasType).Distinct(StringComparer.Ordinal).ToList();
        var keepsApart = members.Any(member => members.Any(other => !_scope.AreKin(member, other)));
        if (members.Count == conflict.Of.Count && !keepsApart)
            Error(DiagnosticCode.SmallConflict, conflict.Name.At, $"conflicts.{conflict.Name} keeps nothing apart: it needs two members that do not inherit from each other", "add a member, or remove the set");
    }

    private void CheckTypeNames(IEnumerable<Word> types, string where)
    {
        foreach (var type in types.Where(type => !_scope.HasType(type.Text)))
            Undefined(type, where);
    }

    private void Undefined(Word type, string where)
    {
        var near = _policy.Workloads.Select(workload => workload.Name.Text).FirstOrDefault(name => Model.Shapes.EditDistance.IsNear(name, type.Text));
        Error(DiagnosticCode.UndefinedType, type.At, $"{where} names '{type}', which is not a workload", near is null ? "define it under workloads" : $"did you mean '{near}'?");
    }

    private void CheckKeys()
    {
        foreach (var key in _policy.Keys)
        {
            if (key.Label is { } label)
                CheckLabelName(label, "keys.specs");
        }
        foreach (var again in _policy.Keys.GroupBy(key => (key.Role, key.Label?.Text, key.Id.Text)).SelectMany(group => group.Skip(1)))
            Error(DiagnosticCode.DuplicateName, again.Id.At, $"this key is there twice under keys.{again.Role}");
        foreach (var again in _policy.Images.GroupBy(image => image.Digest.Text).SelectMany(group => group.Skip(1)))
            Error(DiagnosticCode.DuplicateName, again.Digest.At, "this digest is listed twice under images");
        if (!_policy.Keys.Any(key => key.Role == "officers"))
            Error(DiagnosticCode.NoOfficer, _policy.At, "keys.officers is empty: no host will take this policy", "list the id of the officer's key; coffer init makes one");
    }

    public bool CheckLabelName(Word label, string where)
    {
        if (_scope.FindLabel(label.Text) is not null)
            return true;
        var near = _scope.Labels.Select(known => known.Name.Text).FirstOrDefault(name => Model.Shapes.EditDistance.IsNear(name, label.Text));
        Error(DiagnosticCode.UndefinedLabel, label.At, $"{where} names '{label}', which is not a label", near is null ? "define it under workloads or labels" : $"did you mean '{near}'?");
        return false;
    }

    private void CheckFixture(FixtureModel fixture)
    {
        if (CheckLabelName(fixture.Label, $"fixtures.{fixture.Name}"))
            CheckResourceLabel(fixture.Label, $"fixtures.{fixture.Name}");
    }

    /// <summary>A resource of two types would be a conduit between them; one with a range would let levels mix.</summary>
    public void CheckResourceLabel(Word name, string where)
    {
        var label = _scope.FindLabel(name.Text)!;
        if (_scope.TypesOf(label).Count > 1)
            Error(DiagnosticCode.SeveralTypes, name.At, $"{where} carries label {name}, which has the types {string.Join(", ", _scope.TypesOf(label))}", "give it a label of one type");
        var content = new LevelReader(_policy, new DiagnosticBag()).Read(label, []);
        if (content.SecrecyLow != content.SecrecyHigh || content.IntegrityLow != content.IntegrityHigh)
            Error(DiagnosticCode.ResourceRange, name.At, $"{where} carries label {name}, which has a range of levels", "give it a label without a range");
    }

    private void CheckRenames()
    {
        var renamed = _policy.Workloads.Concat(_policy.Labels).Where(label => label.From is not null).ToList();
        foreach (var label in renamed)
        {
            var former = label.From!.Value;
            if (_policy.From is null)
                Error(DiagnosticCode.Rename, former.At, $"'{label.Name}' was '{former}' in the policy that is replaced, but policy.from names none");
            else if (_scope.FindLabel(former.Text) is not null)
                Error(DiagnosticCode.Rename, former.At, $"'{label.Name}' cannot have been '{former}': that name is still in use");
            else if (renamed.First(other => other.From!.Value.Text == former.Text) != label)
                Error(DiagnosticCode.Rename, former.At, $"two names come from '{former}'");
        }
    }

    private void CheckLimits()
    {
        Limit(_policy.Workloads.Count, PolicyImage.Limits.Types, "workloads");
        Limit(_policy.Workloads.Count + _policy.Labels.Count, PolicyImage.Limits.Labels, "workloads and labels");
        Limit(_policy.Labels.Select(label => label.Types.Count).DefaultIfEmpty().Max(), PolicyImage.Limits.TypesPerLabel, "types of a label");
        Limit(_policy.Conflicts.Count, PolicyImage.Limits.Conflicts, "conflict sets");
        Limit(_policy.Conflicts.Select(conflict => conflict.Of.Count).DefaultIfEmpty().Max(), PolicyImage.Limits.MembersPerConflict, "members of a conflict set");
        Limit(_policy.Conflicts.Sum(conflict => conflict.Of.Count), PolicyImage.Limits.Members, "members of all conflict sets");
        Limit(_policy.Channels.Count, PolicyImage.Limits.Channels, "channels");
        Limit(_policy.Hosts.Count, PolicyImage.Limits.Hosts, "hosts");
        Limit(_policy.Images.Count, PolicyImage.Limits.Images, "images");
        Limit(_policy.Keys.Count, PolicyImage.Limits.Keys, "keys");
        Limit(_policy.SecrecyLevels.Count, PolicyImage.Limits.Levels, "levels of secrecy");
        Limit(_policy.IntegrityLevels.Count, PolicyImage.Limits.Levels, "levels of integrity");
        Limit(_policy.Categories.Count, PolicyImage.Limits.Categories, "categories");
    }

    private void Limit(int count, int most, string what)
    {
        if (count > most)
            Error(DiagnosticCode.Limit, _policy.At, $"there are {count} {what}; at most {most} are possible");
    }

    private void Error(DiagnosticCode code, Position at, string message, string help = "") => _diagnostics.Add(code, at, message, help.Length > 0 ? help : code.Help());
}
