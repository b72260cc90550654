using System;
using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks what says that it had another name before, and what the policy says that it replaces.</summary>
internal static class RenameChecker
{
    public static void Check(PolicyScope scope, DiagnosticBag diagnostics)
    {
        var policy = scope.Policy;
        if (policy.From is { } from && from.Serial >= policy.Serial)
            diagnostics.Add(
                DiagnosticCode.Predecessor,
                from.At,
                $"serial {policy.Serial} is not greater than {from.Serial}, that of the policy it replaces",
                $"use a serial above {from.Serial}");
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in scope.Labels)
        {
            if (label.From is not { Text.Length: > 0 } name || diagnostics.HasErrorAt(name.At))
                continue;
            if (Problem(scope, former, label, name) is { } problem)
                diagnostics.Add(DiagnosticCode.Rename, name.At, problem, DiagnosticCode.Rename.Help());
            former.TryAdd(name.Text, label.Name.Text);
        }
    }

    private static string? Problem(PolicyScope scope, Dictionary<string, string> former, LabelModel label, Word name)
    {
        if (scope.Policy.From is null)
            return $"'{label.Name}' was '{Printable.Of(name.Text)}' in the policy that is replaced, but policy.from names none";
        if (scope.FindLabel(name.Text) is not null)
            return $"'{label.Name}' cannot have been '{name}': that name is still in use";
        return former.TryGetValue(name.Text, out var other) ? $"'{label.Name}' and '{other}' cannot both have been '{name}'" : null;
    }
}
