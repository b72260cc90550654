using System;
using System.CommandLine;
using System.Linq;
using System.Text;

namespace Cofferdam.Coffer.Commands;

/// <summary>Writes a manual page in the man macros, with the usual sections.</summary>
internal static class ManPage
{
    public static string Of(Command command)
    {
        var path = CommandPath.Of(command);
        var page = new StringBuilder()
            .Append($".TH {path.Replace(' ', '-').ToUpperInvariant()} 1 \"\" \"Cofferdam {VersionCommand.Text}\" \"Cofferdam Manual\"\n")
            .Append($".SH NAME\n{Escape(path.Replace(' ', '-'))} \\- {Escape(command.Description ?? "")}\n")
            .Append($".SH SYNOPSIS\n.B {Escape(CommandUsage.Of(command))}\n");
        if (command.Subcommands.Count > 0)
            Section(page, "COMMANDS", command.Subcommands.Select(child => (CommandPath.Of(child), child.Description ?? "")));
        if (command.Arguments.Count > 0)
            Section(page, "ARGUMENTS", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        if (CommandUsage.Options(command).ToList() is { Count: > 0 } options)
            Section(page, "OPTIONS", options.Select(option => (CommandUsage.Of(option), option.Description ?? "")));
        Section(page, "EXIT STATUS", ExitCodes.All.Select(code => (code.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), code.Meaning)));
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, System.Collections.Generic.IEnumerable<(string Term, string Text)> items)
    {
        page.Append($".SH {title}\n");
        foreach (var (term, text) in items)
            page.Append($".TP\n.B {Escape(term)}\n{Escape(text)}\n");
    }

    private static string Escape(string text) =>
        (text.StartsWith('.') || text.StartsWith('\'') ? "\\&" : "") + text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
}
