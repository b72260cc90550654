using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Testing;
using Xunit;

namespace Cofferdam.Tests.Policy;

/// <summary>Checks project files as the command line does: errors, then tests, then warnings.</summary>
internal static class Project
{
    /// <summary>Everything that is found in a file.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(string file, string text)
    {
        var diagnostics = new DiagnosticBag();
        if (ProjectChecker.Check(file, text, diagnostics) is { } policy)
        {
            TestRunner.Run(policy, diagnostics);
            Lints.Find(policy, diagnostics);
        }
        return diagnostics.Items;
    }

    /// <summary>A policy that must be right.</summary>
    public static CheckedPolicy Checked(string text)
    {
        var diagnostics = new DiagnosticBag();
        var policy = ProjectChecker.Check("coffer.yaml", text, diagnostics);
        Assert.True(policy is not null, $"{Lines(diagnostics.Items)}\n{text}");
        return policy;
    }

    /// <summary>A policy of the given lines, below "policy:", that must be right.</summary>
    public static CheckedPolicy Policy(string lines) => Checked($"coffer: 1\npolicy:\n  name: test\n{Indented(lines)}\n");

    /// <summary>Diagnostics as lines of text.</summary>
    public static string Lines(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var item in diagnostics)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(item.IsError ? "error" : "warning")} {item.Code.Text()} {item.At.Line}:{item.At.Column}: {item.Message}\n");
            text.Append(CultureInfo.InvariantCulture, $"    {item.Help}\n");
        }
        return text.ToString();
    }

    private static string Indented(string lines) => string.Join('\n', lines.Split('\n').Select(line => $"  {line}"));
}
