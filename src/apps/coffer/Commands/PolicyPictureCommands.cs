using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Coffer.Output;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy matrix, graph and flows: pictures for people, lists for programs.</summary>
internal static class PolicyPictureCommands
{
    public static Command Matrix(Terminal terminal) => Build(
        terminal, "matrix", "Show who may do what with whom, label by label", policy => MatrixDrawing.Text(policy), MatrixDrawing.Svg, ListMatrix);

    public static Command Graph(Terminal terminal) => Build(
        terminal, "graph", "Show labels, channels between them, and walls", policy => GraphDrawing.Text(policy), GraphDrawing.Svg, ListGraph);

    public static Command Flows(Terminal terminal) => Build(
        terminal, "flows", "Show where information can come to, directly, through others, and through guards", policy => FlowsDrawing.Text(policy), FlowsDrawing.Svg, ListFlows);

    private static Command Build(
        Terminal terminal, string name, string description, System.Func<CheckedPolicy, string> text, System.Func<CheckedPolicy, string> svg, System.Func<CheckedPolicy, Listing> list)
    {
        var file = CommonOptions.File();
        var format = CommonOptions.Format("text", "table", "json", "yaml", "csv");
        var columns = CommonOptions.Columns();
        var picture = new Option<string?>("--svg") { Description = "write a picture to this file", HelpName = "path" };
        var command = new Command(name, description) { file, format, columns, picture };
        command.SetAction(parsed =>
        {
            if (ProjectFile.Check(terminal, parsed.GetRequiredValue(file), out var code) is not { } policy)
                return code;
            if (parsed.GetValue(picture) is { } path)
                return ProjectFile.Write(terminal, path, Encoding.UTF8.GetBytes(svg(policy))) ? ExitCode.Ok : ExitCode.Failed;
            if (parsed.GetRequiredValue(format) != "text")
                return CommonOptions.Write(terminal, list(policy), parsed.GetRequiredValue(format), parsed.GetRequiredValue(columns));
            terminal.Output.Write(text(policy));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Listing ListMatrix(CheckedPolicy policy) => new(
        ["label", "other", "kind", "port", "direction", "rule"],
        [.. AccessMatrix.Of(policy.Compiled).Select(cell => (IReadOnlyList<string>)
        [
            policy.Names.Label(cell.Subject), policy.Names.Label(cell.Other), cell.Kind, Port(cell.Port), Direction(cell.Flows),
            Policy.Explaining.RuleName.Of(cell.Rule, policy.Names),
        ])]);

    private static Listing ListGraph(CheckedPolicy policy) => new(
        ["channel", "from", "to", "kind", "port", "direction", "why"],
        [.. policy.Content.Channels.Select(channel => (IReadOnlyList<string>)
        [
            channel.Name, channel.From, channel.To, channel.Kind.ToString().ToLowerInvariant(), Port(channel.Port), Direction(channel.Flows), channel.Why,
        ])]);

    private static Listing ListFlows(CheckedPolicy policy)
    {
        var graph = FlowGraph.Of(policy.Compiled);
        var rows = from source in Enumerable.Range(0, graph.LabelCount)
                   from target in Enumerable.Range(0, graph.LabelCount)
                   where source != target
                   let path = graph.Path(source, target)
                   where path is not null
                   select Row(policy, path, source, target);
        return new Listing(["from", "to", "how", "steps", "path"], [.. rows]);
    }

    private static IReadOnlyList<string> Row(CheckedPolicy policy, FlowPath path, int source, int target) =>
    [
        policy.Names.Label(source), policy.Names.Label(target),
        path.PassesGuard ? "guarded" : path.Edges.Count == 1 ? "direct" : "through others",
        path.Edges.Count.ToString(CultureInfo.InvariantCulture), PathText.Of(policy, path),
    ];

    private static string Port(uint port) => port == 0 ? "" : port.ToString(CultureInfo.InvariantCulture);

    private static string Direction(PolicyImage.Flows flows) => flows switch
    {
        PolicyImage.Flows.Out => "out",
        PolicyImage.Flows.In => "in",
        _ => "both",
    };
}
