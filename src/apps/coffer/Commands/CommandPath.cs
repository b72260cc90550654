using System.CommandLine;
using System.Linq;

namespace Cofferdam.Coffer.Commands;

/// <summary>How a command is written from the start: coffer policy show.</summary>
internal static class CommandPath
{
    public const string Root = "coffer";

    public static string Of(Command command) =>
        command is RootCommand ? Root : $"{Of(command.Parents.OfType<Command>().First())} {command.Name}";
}
