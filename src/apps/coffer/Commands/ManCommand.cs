using System.CommandLine;
using System.Linq;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer man: manual pages and the reference page, from the command tree.</summary>
internal static class ManCommand
{
    public static Command Build(Terminal terminal)
    {
        var words = new Argument<string[]>("command") { Description = "the command, for example policy show; the whole tool when left out", Arity = ArgumentArity.ZeroOrMore };
        var reference = new Option<string?>("--reference") { Description = "a page of the reference instead", HelpName = "PAGE" };
        reference.AcceptOnlyFromAmong([.. ReferencePages.Names]);
        var command = new Command("man", "Print a manual page (pipe it to man -l -)") { words, reference };
        command.SetAction(parsed =>
        {
            var root = CommandTree.Build(terminal);
            if (parsed.GetValue(reference) is { } page)
            {
                terminal.Output.Write(ReferencePages.Of(page, root));
                return ExitCode.Ok;
            }
            if (Find(root, parsed.GetValue(words) ?? []) is not { } found)
                return terminal.Fail($"there is no command '{string.Join(' ', parsed.GetValue(words)!)}'", ExitCode.Usage);
            terminal.Output.Write(ManPage.Of(found));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command? Find(Command root, string[] words)
    {
        var at = root;
        foreach (var word in words)
        {
            if (at.Subcommands.FirstOrDefault(command => command.Name == word) is not { } next)
                return null;
            at = next;
        }
        return at;
    }
}
