using System.CommandLine;
using System.Linq;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Testing;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy compile: the unsigned image, when everything is right and every test passes.</summary>
internal static class PolicyCompileCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = CommonOptions.File();
        var output = new Option<string>("--output", "-o") { Description = "where to write the image", HelpName = "path", DefaultValueFactory = _ => "policy.cpi" };
        var command = new Command("compile", "Compile a policy to the image that hosts take; it still needs a signature") { file, output };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string output)
    {
        var diagnostics = new DiagnosticBag();
        var policy = ProjectFile.Check(terminal, path, diagnostics, out var code);
        if (policy is not null)
            TestRunner.Run(policy, diagnostics);
        DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
        if (policy is null || diagnostics.HasErrors)
            return code == ExitCode.Ok ? ExitCode.PolicyInvalid : code;
        if (!policy.Model.Policy.Keys.Any(key => key.Role == "officers"))
            return terminal.Fail("no officer's key is listed under keys.officers, so no update could ever follow: not compiled", ExitCode.PolicyInvalid);
        if (!ProjectFile.Write(terminal, output, policy.Image))
            return ExitCode.Failed;
        terminal.Output.WriteLine($"{output}: {policy.Image.Length} bytes, policy {policy.Content.Name} {policy.Content.Serial}, digest sha256:{policy.Compiled.Digest}, not signed");
        return ExitCode.Ok;
    }
}
