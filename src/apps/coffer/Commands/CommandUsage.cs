using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;

namespace Cofferdam.Coffer.Commands;

/// <summary>One-line forms of commands and options.</summary>
internal static class CommandUsage
{
    /// <summary>coffer policy sign IMAGE --key PATH [options]</summary>
    public static string Of(Command command)
    {
        IEnumerable<string> parts =
        [
            CommandPath.Of(command),
            .. command.Subcommands.Count > 0 ? ["COMMAND"] : System.Array.Empty<string>(),
            .. command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{Upper(argument)}]" : Upper(argument)),
            .. Options(command).Where(option => option.Required).Select(Of),
            .. Options(command).Any(option => !option.Required) ? ["[options]"] : System.Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }

    /// <summary>--format, -f FORMAT</summary>
    public static string Of(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name).Distinct());
        return option.ValueType == typeof(bool) ? names : $"{names} {(option.HelpName ?? "value").ToUpperInvariant()}";
    }

    /// <summary>Options of the command itself; help goes without saying.</summary>
    public static IEnumerable<Option> Options(Command command) => command.Options.Where(option => option is not HelpOption and not VersionOption);

    private static string Upper(Argument argument) => argument.Name.ToUpperInvariant();
}
