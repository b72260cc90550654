using System.CommandLine;
using System.Linq;
using System.Text;

namespace Cofferdam.Coffer.Commands;

/// <summary>The reference page of all commands.</summary>
internal static class CliReference
{
    public static string Markdown(Command root)
    {
        var page = new StringBuilder("<!-- From the command tree by coffer man --reference cli: change the commands, not this page. -->\n\n# Commands\n\n");
        page.Append("Every command takes `--help`. Lists take `--format table|json|yaml|csv` and `--columns`. Results go to standard output, messages to standard error.\n");
        Append(page, root);
        page.Append("\n## Exit codes\n\n| Code | Meaning |\n|---|---|\n");
        foreach (var (number, meaning) in ExitCodes.All)
            page.Append($"| {number} | {meaning} |\n");
        page.Append("\n## Environment\n\n| Variable | Meaning |\n|---|---|\n| `COFFER_FORMAT` | the format when `--format` is not given |\n");
        return page.ToString();
    }

    private static void Append(StringBuilder page, Command command)
    {
        if (command.Subcommands.Count == 0)
            AppendLeaf(page, command);
        foreach (var child in command.Subcommands)
            Append(page, child);
    }

    private static void AppendLeaf(StringBuilder page, Command command)
    {
        page.Append($"\n## {CommandPath.Of(command)}\n\n{command.Description}.\n\n    {CommandUsage.Of(command)}\n");
        var rows = command.Arguments.Select(argument => (argument.Name.ToUpperInvariant(), argument.Description))
            .Concat(CommandUsage.Options(command).Select(option => (CommandUsage.Of(option), option.Description))).ToList();
        if (rows.Count == 0)
            return;
        page.Append("\n| Argument or option | Meaning |\n|---|---|\n");
        foreach (var (term, text) in rows)
            page.Append($"| `{term}` | {text} |\n");
    }
}
