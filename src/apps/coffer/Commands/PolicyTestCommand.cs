using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Explaining;
using Cofferdam.Policy.Testing;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy test: runs the tests in a policy file, and says which rules none of them reaches.</summary>
internal static class PolicyTestCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = CommonOptions.File();
        var format = CommonOptions.ListFormat();
        var columns = CommonOptions.Columns();
        var command = new Command("test", "Run the tests in a policy file, with coverage of its rules") { file, format, columns };
        command.SetAction(parsed => ProjectFile.Check(terminal, parsed.GetRequiredValue(file), out var code) is { } policy
            ? Run(terminal, policy, parsed.GetRequiredValue(format), parsed.GetRequiredValue(columns))
            : code);
        return command;
    }

    private static int Run(Terminal terminal, CheckedPolicy policy, string format, string[] columns)
    {
        var diagnostics = new DiagnosticBag();
        var runs = TestRunner.Run(policy, diagnostics);
        var code = CommonOptions.Write(terminal, List(policy, runs), format, columns);
        if (code != ExitCode.Ok)
            return code;
        DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
        if (format == "table")
            WriteCoverage(terminal, RuleCoverage.Of(policy, runs), runs);
        return runs.All(run => run.Passed) ? ExitCode.Ok : ExitCode.PolicyInvalid;
    }

    private static Listing List(CheckedPolicy policy, IReadOnlyList<TestRun> runs) => new(
        ["result", "expected", "statement", "given", "rule"],
        [.. runs.Select(run => (IReadOnlyList<string>)
        [
            run.Passed ? "pass" : "FAIL", run.Test.Expected ? "allow" : "deny", run.Test.Statement.Text, string.Join(", ", run.Test.Given),
            run.Answer is { Problem: "" } answer ? RuleName.Of(answer.Decision, policy.Names) : "",
        ])]);

    private static void WriteCoverage(Terminal terminal, RuleCoverage coverage, IReadOnlyList<TestRun> runs)
    {
        var all = coverage.Covered.Count + coverage.Uncovered.Count;
        terminal.Output.WriteLine($"{runs.Count(run => run.Passed)} of {runs.Count} tests pass; {coverage.Covered.Count} of {all} rules decided one");
        foreach (var rule in coverage.Uncovered)
            terminal.Output.WriteLine($"  no test reaches {rule}");
    }
}
