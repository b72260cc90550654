using System.CommandLine;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Testing;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer check: parses, checks, runs the tests in the file; needs nothing but the file.</summary>
internal static class CheckCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = CommonOptions.File();
        var format = CommonOptions.Format("text", "json");
        var command = new Command("check", "Check a project file and run its policy's tests; offline") { file, format };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string format)
    {
        var diagnostics = new DiagnosticBag();
        var policy = ProjectFile.Check(terminal, path, diagnostics, out var code);
        var tests = 0;
        if (policy is not null)
        {
            tests = TestRunner.Run(policy, diagnostics).Count;
            Lints.Find(policy, diagnostics);
        }
        else if (code == ExitCode.Failed)
            return code;
        if (format == "json")
            terminal.Output.WriteLine(DiagnosticWriter.Json(diagnostics.Items));
        else
            Report(terminal, path, policy, tests, diagnostics);
        return diagnostics.HasErrors ? ExitCode.PolicyInvalid : ExitCode.Ok;
    }

    private static void Report(Terminal terminal, string path, CheckedPolicy? policy, int tests, DiagnosticBag diagnostics)
    {
        DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
        if (policy is null || diagnostics.HasErrors)
            return;
        var content = policy.Content;
        terminal.Output.WriteLine(
            $"{path}: policy {content.Name} {content.Serial} is valid: {content.Labels.Count} labels, {content.Conflicts.Count} conflict sets, "
            + $"{content.Channels.Count} channels, {content.Hosts.Count} hosts; {tests} tests pass");
    }
}
