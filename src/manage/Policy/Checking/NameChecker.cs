using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Checking;

/// <summary>
/// Checks that names mean something. Where a name is missing or malformed, or where no workload could be read, that has been said, and nothing is added.
/// </summary>
internal sealed class NameChecker
{
    private readonly PolicyScope _scope;
    private readonly DiagnosticBag _diagnostics;
    private readonly bool _isBlind;

    public NameChecker(PolicyScope scope, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _diagnostics = diagnostics;
        _isBlind = scope.Policy.Workloads.Count == 0 && diagnostics.HasErrors;
    }

    public void CheckTypes(IEnumerable<Word> types, string where)
    {
        foreach (var type in types)
            CheckType(type, where);
    }

    public void CheckType(Word type, string where)
    {
        if (!_scope.HasType(type.Text))
            Undefined(DiagnosticCode.UndefinedType, type, $"{where} names '{Printable.Of(type.Text)}', which is not a workload", _scope.Policy.Workloads);
    }

    public bool CheckLabel(Word label, string where)
    {
        if (_scope.FindLabel(label.Text) is not null)
            return true;
        Undefined(DiagnosticCode.UndefinedLabel, label, $"{where} names '{Printable.Of(label.Text)}', which is not a label", _scope.Labels);
        return false;
    }

    /// <summary>A resource of two types would be a conduit between them; one with a range would let levels mix.</summary>
    public void CheckResource(Word name, string where)
    {
        if (!CheckLabel(name, where))
            return;
        var label = _scope.FindLabel(name.Text)!;
        var types = _scope.TypesOf(label);
        if (types.Count > 1)
            _diagnostics.Add(
                DiagnosticCode.SeveralTypes,
                name.At,
                $"{where} carries label {name}, which has the types {string.Join(", ", types)}",
                DiagnosticCode.SeveralTypes.Help());
        if (RangeOf(label) is { } range)
            _diagnostics.Add(
                DiagnosticCode.ResourceRange,
                name.At,
                $"{where} carries label {name}, which has a range of {range}",
                DiagnosticCode.ResourceRange.Help());
    }

    private string? RangeOf(LabelModel label)
    {
        var content = new LevelReader(_scope.Policy, new DiagnosticBag()).Read(label, []);
        if (content.SecrecyLow.Level != content.SecrecyHigh.Level)
            return "secrecy";
        if (content.SecrecyLow.Categories != content.SecrecyHigh.Categories)
            return "categories";
        return content.IntegrityLow == content.IntegrityHigh ? null : "integrity";
    }

    public void Undefined(DiagnosticCode code, Word name, string message, IEnumerable<LabelModel> known)
    {
        if (_isBlind || name.Text.Length == 0 || _diagnostics.HasErrorAt(name.At) || _diagnostics.IsFull)
            return;
        var near = EditDistance.Nearest(known.Select(label => label.Name.Text), name.Text);
        _diagnostics.Add(code, name.At, message, near is null ? code.Help() : $"did you mean '{near}'? Else {code.Help()}");
    }
}
