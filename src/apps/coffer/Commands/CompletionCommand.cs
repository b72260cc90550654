using System.CommandLine;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer completion: scripts that make a shell ask this program for what fits at the cursor.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        # coffer completion for bash: source <(coffer completion bash)
        _coffer() {
            local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=($(compgen -W "$(coffer "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _coffer coffer
        """;

    private const string Zsh =
        """
        #compdef coffer
        # coffer completion for zsh: source <(coffer completion zsh)
        _coffer() {
            local -a found
            found=("${(@f)$(coffer "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _coffer coffer
        """;

    private const string Fish =
        """
        # coffer completion for fish: coffer completion fish | source
        function __coffer_complete
            set -l line (commandline -cp)
            coffer "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c coffer -a '(__coffer_complete)'
        """;

    public static Command Build(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print a completion script for a shell") { shell };
        command.SetAction(parsed =>
        {
            terminal.Output.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCode.Ok;
        });
        return command;
    }
}
