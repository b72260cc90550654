using System.CommandLine;
using System.Text;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Import;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy import: a security policy of Xen's access control module as a project that decides the same.</summary>
internal static class PolicyImportCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "the security policy (XML)" };
        var output = new Option<string?>("--output", "-o") { Description = "where to write the project; standard output when left out", HelpName = "path" };
        var command = new Command("import", "Turn a Xen (sHype) security policy into a project that decides the same") { file, output };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(output)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? output)
    {
        if (ProjectFile.ReadText(terminal, path) is not { } text)
            return ExitCode.Failed;
        var diagnostics = new DiagnosticBag();
        var imported = AcmImporter.Import(path, text, diagnostics);
        DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
        if (imported is null || diagnostics.HasErrors)
            return ExitCode.PolicyInvalid;
        if (output is null)
            terminal.Output.Write(imported.Text);
        else if (!ProjectFile.Write(terminal, output, Encoding.UTF8.GetBytes(imported.Text)))
            return ExitCode.Failed;
        return ExitCode.Ok;
    }
}
