using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>Says what contradicts itself in a Xen policy, and what Cofferdam could not decide alike.</summary>
internal sealed class AcmChecker
{
    private readonly AcmPolicy _policy;
    private readonly AcmMeaning _meaning;
    private readonly AcmReport _report;
    private readonly HashSet<string> _types;
    private readonly HashSet<string> _wallTypes;

    public AcmChecker(AcmMeaning meaning, AcmReport report)
    {
        _meaning = meaning;
        _policy = meaning.Policy;
        _report = report;
        _types = _policy.Types.Select(type => type.Text).ToHashSet(StringComparer.Ordinal);
        _wallTypes = _policy.WallTypes.Select(type => type.Text).ToHashSet(StringComparer.Ordinal);
    }

    public void Check()
    {
        CheckHeader();
        CheckSections();
        foreach (var conflict in _policy.Conflicts)
            CheckConflict(conflict);
        foreach (var label in _policy.Machines)
            CheckMachine(label);
        foreach (var label in _policy.Resources)
            CheckResource(label);
        CheckBootstrap();
    }

    private void CheckHeader()
    {
        CheckName(_policy.Name, "the policy");
        if (_policy.Version is { } version)
            CheckVersion(version);
        if (_policy.From is { } from)
            CheckVersion(from.Version);
    }

    private void CheckSections()
    {
        CheckDistinct(_policy.Types, "type");
        CheckDistinct(_policy.WallTypes, "wall type");
        CheckDistinct(_policy.Conflicts.Select(conflict => conflict.Name).Where(name => name.Text.Length > 0), "conflict set");
        CheckDistinct(_policy.Machines.Select(label => label.Name), "label of machines");
        CheckDistinct(_policy.Resources.Select(label => label.Name), "label of resources");
        if (_policy.RulesSharing && _policy.Types.Count == 0)
            Error(_policy.At, "<SimpleTypeEnforcement> lists no types, so nothing could be shared", "list its types, or remove it if all machines may share");
        if (_policy.Machines.Count == 0)
            Error(_policy.Bootstrap.At, "there are no labels of machines", "add a <VirtualMachineLabel> to <SubjectLabels>");
    }

    private void CheckConflict(AcmConflict conflict)
    {
        CheckDistinct(conflict.Types, $"member of the conflict set {Quoted(conflict.Name)}");
        CheckDefined(conflict.Types, _wallTypes, $"the conflict set {Quoted(conflict.Name)}", "wall type", "<ChineseWallTypes>");
    }

    private void CheckMachine(AcmLabel label)
    {
        var what = $"the machine label {Quoted(label.Name)}";
        CheckName(label.Name, "a machine label");
        CheckDistinct(label.Types, $"type of {what}");
        CheckDistinct(label.WallTypes, $"wall type of {what}");
        CheckDefined(label.Types, _types, what, "type", "<SimpleTypeEnforcementTypes>");
        CheckDefined(label.WallTypes, _wallTypes, what, "wall type", "<ChineseWallTypes>");
        if (_policy.RulesSharing && label.Types.Count == 0)
        {
            var problem = "in Xen its machines share with nothing, not even with each other; here machines of one label always share";
            Unfaithful(label.Name.At, $"{what} has no types: {problem}", "give it a type of its own");
        }
        if (_meaning.Contradiction(label) is var (set, first, second))
        {
            var problem = $"{Quoted(first)} and {Quoted(second)}, which the conflict set {Quoted(set.Name)} keeps apart";
            Unfaithful(label.Name.At, $"{what} holds {problem}", "take one out of the label, or out of the set");
        }
    }

    private void CheckResource(AcmLabel label)
    {
        var what = $"the resource label {Quoted(label.Name)}";
        CheckName(label.Name, "a resource label");
        CheckDefined(label.Types, _types, what, "type", "<SimpleTypeEnforcementTypes>");
        if (label.Types.Count <= 1)
            return;
        var problem = "a resource of several types is a way between them, so here it has one";
        Unfaithful(label.Name.At, $"{what} has {label.Types.Count} types; {problem}", "make one resource label for each type");
    }

    private void CheckBootstrap()
    {
        if (_policy.Bootstrap.Text.Length == 0)
            Error(_policy.Bootstrap.At, "<SubjectLabels> does not say which label the control domain has", "add bootstrap=\"LABEL\" to it");
        else if (_meaning.Bootstrap is null)
            Error(_policy.Bootstrap.At, $"the control domain's label {Quoted(_policy.Bootstrap)} is not defined", "add a <VirtualMachineLabel> of that name");
    }

    private void CheckName(Word name, string what)
    {
        if (name.Text.Length == 0)
            Error(name.At, $"{what} has no name", "write its name there");
        else if (name.Text.Contains(':', StringComparison.Ordinal))
            Error(name.At, $"{what} is called {Quoted(name)}: a name may not have ':', which parts names in labels", "rename it");
    }

    private void CheckVersion(Word version)
    {
        if (AcmVersion.Serial(version.Text) is null)
            Error(version.At, $"{Quoted(version)} is no version", "write two numbers of at most eight digits with a dot between them, for example 1.0");
    }

    private void CheckDistinct(IEnumerable<Word> words, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Text.Length > 0 && !seen.Add(word.Text)))
            Error(word.At, $"{Quoted(word)} is there twice as a {what}", "remove or rename one of them");
    }

    private void CheckDefined(IEnumerable<Word> used, HashSet<string> defined, string where, string what, string list)
    {
        foreach (var word in used.Where(word => !defined.Contains(word.Text)))
            Error(word.At, $"{where} names the {what} {Quoted(word)}, which is not defined", $"add it to {list}, or remove it there");
    }

    private static string Quoted(Word name) => $"'{Printable.Of(name.Text)}'";

    /// <summary>Where something is missing altogether, that was said before, and what follows from it is not said.</summary>
    private void Error(Position at, string message, string help)
    {
        if (!_report.HasErrorAt(at))
            _report.Error(DiagnosticCode.AcmPolicy, at, message, help);
    }

    private void Unfaithful(Position at, string message, string help) => _report.Error(DiagnosticCode.AcmUnfaithful, at, message, help);
}
