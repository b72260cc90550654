using System.CommandLine;
using System.IO;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>All commands, as one tree: parsing, help, completion, man pages and the reference come from it.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree.</summary>
    public static RootCommand Build(Terminal terminal) =>
        new("Isolation and trust for virtual machines: one signed policy, enforced by every host.")
        {
            InitCommand.Build(terminal),
            CheckCommand.Build(terminal),
            ExplainCommand.Build(terminal),
            PolicyCommand.Build(terminal),
            CompletionCommand.Build(terminal),
            ManCommand.Build(terminal),
            VersionCommand.Build(terminal),
        };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var terminal = new Terminal(output, errors);
        var parsed = Build(terminal).Parse(arguments);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors)
            errors.WriteLine($"error: {error.Message}");
        errors.WriteLine($"try: {CommandPath.Of(parsed.CommandResult.Command)} --help");
        return ExitCode.Usage;
    }
}
