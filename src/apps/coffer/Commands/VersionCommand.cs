using System.CommandLine;
using System.Reflection;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer version.</summary>
internal static class VersionCommand
{
    public static Command Build(Terminal terminal)
    {
        var command = new Command("version", "Print the version");
        command.SetAction(_ =>
        {
            terminal.Output.WriteLine($"coffer {Text}");
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The version of this build.</summary>
    public static string Text => typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
