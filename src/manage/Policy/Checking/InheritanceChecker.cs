using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks from what types inherit: from one that is there, by name or by word but not by both, neither in a circle nor too deep.</summary>
internal sealed class InheritanceChecker
{
    private readonly PolicyScope _scope;
    private readonly NameChecker _names;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public InheritanceChecker(PolicyScope scope, NameChecker names, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _names = names;
        _diagnostics = diagnostics;
    }

    public void Check()
    {
        foreach (var workload in _scope.Policy.Workloads)
        {
            CheckParent(workload);
            CheckCircle(workload);
            CheckDepth(workload);
        }
    }

    private void CheckParent(LabelModel workload)
    {
        var prefix = PolicyScope.Prefix(workload.Name.Text);
        if (workload.Inherits is not { } named)
        {
            if (prefix is not null && !_scope.HasType(prefix))
                _names.Undefined(
                    DiagnosticCode.UndefinedType,
                    workload.Name with { Text = prefix },
                    $"'{workload.Name}' inherits from '{prefix}', which is not a workload",
                    _scope.Policy.Workloads);
            return;
        }
        _names.CheckType(named, $"workload {workload.Name}");
        if (prefix is not null && prefix != named.Text && _scope.HasType(prefix))
            _diagnostics.Add(
                DiagnosticCode.BadValue,
                named.At,
                $"'{workload.Name}' inherits from '{prefix}' by its name, and cannot inherit from '{named}' too",
                "leave 'inherits' out, or use a name without the dot");
    }

    /// <summary>Reports each circle once, where it is met first.</summary>
    private void CheckCircle(LabelModel workload)
    {
        var way = new List<string>();
        for (var at = workload.Name.Text; at is not null && _done.Add(at); at = _scope.ParentOf(at))
            way.Add(at);
        var back = way.Count == 0 ? null : _scope.ParentOf(way[^1]);
        var start = back is null ? -1 : way.IndexOf(back);
        if (start < 0)
            return;
        var circle = way.Skip(start).Append(back).ToList();
        var shown = circle.Count <= 8 ? string.Join(" → ", circle) : $"{string.Join(" → ", circle.Take(7))} → … → {back}";
        var first = _scope.FindLabel(back!)!;
        _diagnostics.Add(
            DiagnosticCode.InheritanceCycle,
            first.Inherits?.At ?? first.Name.At,
            $"types inherit in a circle: {shown}",
            DiagnosticCode.InheritanceCycle.Help());
    }

    /// <summary>Only the first type that is too deep is named; what inherits from it is too deep with it.</summary>
    private void CheckDepth(LabelModel workload)
    {
        const int most = PolicyImage.Limits.TypeDepth;
        var steps = 0;
        for (var at = _scope.ParentOf(workload.Name.Text); at is not null && steps <= most + 1; at = _scope.ParentOf(at))
            steps++;
        if (steps == most + 1)
            _diagnostics.Add(
                DiagnosticCode.InheritanceCycle,
                workload.Name.At,
                $"'{workload.Name}' has {steps} ancestors; at most {most} are possible",
                "let it inherit from one nearer to the first");
    }
}
