using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Cofferdam.Coffer.Output;
using Cofferdam.Policy.Analysis;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy diff: what an update would allow and refuse.</summary>
internal static class PolicyDiffCommand
{
    public static Command Build(Terminal terminal)
    {
        var old = new Argument<string>("old") { Description = "the project file before" };
        var now = new Argument<string>("new") { Description = "the project file after" };
        var format = CommonOptions.ListFormat();
        var columns = CommonOptions.Columns();
        var exitCode = new Option<bool>("--exit-code") { Description = "end with 5 when something differs" };
        var command = new Command("diff", "Say what becomes allowed and what becomes refused between two policies") { old, now, format, columns, exitCode };
        command.SetAction(parsed =>
        {
            var before = ProjectFile.Check(terminal, parsed.GetRequiredValue(old), out var code);
            var after = before is null ? null : ProjectFile.Check(terminal, parsed.GetRequiredValue(now), out code);
            if (before is null || after is null)
                return code;
            var diff = PermissionDiff.Between(before, after);
            var written = CommonOptions.Write(terminal, List(diff), parsed.GetRequiredValue(format), parsed.GetRequiredValue(columns));
            return written == ExitCode.Ok && parsed.GetValue(exitCode) && !diff.IsEmpty ? ExitCode.ChangesPending : written;
        });
        return command;
    }

    private static Listing List(PermissionDiff diff) => new(
        ["change", "label", "other", "what"],
        [.. diff.Allowed.Select(item => Row("+ allowed", item)), .. diff.Refused.Select(item => Row("- refused", item))]);

    private static IReadOnlyList<string> Row(string change, AccessGrant item) => [change, item.Subject, item.Other, item.What];
}
