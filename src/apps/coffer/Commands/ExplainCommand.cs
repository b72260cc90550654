using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Explaining;
using Cofferdam.Policy.Statements;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer explain: what the monitor would decide, and why; by the same function that enforces.</summary>
internal static class ExplainCommand
{
    public static Command Build(Terminal terminal)
    {
        var statement = new Argument<string>("statement") { Description = "for example \"start b-bank\", \"attach ledger to insurer for read\", \"connect a-bank to clearing-desk vsock 4433\"" };
        var given = new Option<string[]>("--given", "-g") { Description = "what is so before, for example \"a-bank runs\"; may be repeated", HelpName = "fact", DefaultValueFactory = _ => [] };
        var file = new Option<string>("--file") { Description = "the project file", HelpName = "path", DefaultValueFactory = _ => ProjectFile.Usual };
        var format = CommonOptions.Format("text", "json");
        var command = new Command("explain", "Say what would be decided, by which rule, and what would help") { statement, given, file, format };
        command.SetAction(parsed =>
            ProjectFile.Check(terminal, parsed.GetRequiredValue(file), out var code) is { } policy
                ? Run(terminal, policy, parsed.GetRequiredValue(statement), parsed.GetRequiredValue(given), parsed.GetRequiredValue(format))
                : code);
        return command;
    }

    private static int Run(Terminal terminal, CheckedPolicy policy, string statementText, string[] givenTexts, string format)
    {
        var diagnostics = new DiagnosticBag();
        var reader = new StatementReader(policy, diagnostics);
        var place = new Position("command line", 1, 1);
        var statement = reader.Read(new Word(MachineNames.ToLabels(policy, statementText), place));
        var given = givenTexts.Select(fact => reader.ReadGiven(new Word(MachineNames.ToLabels(policy, fact), place))).ToList();
        if (statement is null || given.Contains(null))
        {
            DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
            return ExitCode.Usage;
        }
        return Answer(terminal, policy, statement, [.. given.OfType<Given>()], format);
    }

    private static int Answer(Terminal terminal, CheckedPolicy policy, Statement statement, IReadOnlyList<Given> given, string format)
    {
        var answer = Scene.Play(Stage.Set(policy), statement, given);
        if (answer.Problem.Length > 0)
            return terminal.Fail(answer.Problem, ExitCode.Usage);
        var explanation = new Explainer(policy).Explain(statement, answer);
        if (format == "json")
            terminal.Output.WriteLine(ExplanationJson.Of(explanation));
        else
            terminal.Output.Write(ExplanationText.Of(explanation));
        return explanation.Allowed ? ExitCode.Ok : ExitCode.Denied;
    }
}
