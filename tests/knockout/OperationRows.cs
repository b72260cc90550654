using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Knockout;

/// <summary>
/// Which rules the table of docs/SEMANTICS.md section 4 names for each operation: those in back quotes, and those that its short words
/// stand for.
/// </summary>
internal static partial class OperationRows
{
    private const string Labels = "unknown-label unlabelled spec-key";
    private const string Flow = "sharing secrecy integrity unlabelled quarantine";
    private const string Standing = "unlabelled image host-unknown host lease conflicts history";

    /// <summary>The short words of the table, and the rules that sections 1 to 3 give them.</summary>
    private static readonly (Regex Word, string Rules)[] ShortWords =
    [
        (PlainExists(), "unknown-object"),
        (FreeOrOpen(), "busy"),
        (PhaseNames(), "phase"),
        (PlainLimit(), "limit"),
        (Admission(), $"relabelled spec-key {Standing} ticket busy initiator {Flow}"),
        (Reach(), Flow),
        (ReachByChannel(), "initiator"),
        (ReachByWindow(), "direction"),
        (WholeWall(), "conflicts history"),
        (HistoryWall(), "history"),
        (Keep(), "lease history"),
        (LabelAndKey(), Labels),
    ];

    /// <summary>What attach-decision and exclusiveness come to for each kind.</summary>
    private static readonly Dictionary<string, string> Attaching = new()
    {
        ["AttachVolume"] = $"exclusive initiator lease history {Flow}",
        ["AttachNetwork"] = Flow,
        ["AttachDevice"] = $"exclusive {Flow}",
        ["AttachVtpm"] = "bound relabelled lease history",
        ["AttachConsole"] = $"exclusive {Flow}",
    };

    /// <summary>Every pair of an operation and a rule that can refuse it.</summary>
    public static IReadOnlyList<(OperationKind Operation, Rule Rule)> All { get; } = [.. Read().Distinct()];

    private static IEnumerable<(OperationKind, Rule)> Read()
    {
        var rows = new Dictionary<string, HashSet<string>>();
        var former = "";
        foreach (var cells in File.ReadLines(Repository.PathOf("docs/SEMANTICS.md")).Where(IsRow).Select(line => line.Split('|')))
        {
            foreach (var name in Names(cells[1].Trim()))
                rows.Add(name, [.. Rules(name, cells[2], rows, former)]);
            former = Names(cells[1].Trim()).Last();
        }
        return from row in rows
               from rule in row.Value.Concat(Always(row.Key))
               select (Enum.Parse<OperationKind>(row.Key), RuleOf(rule));
    }

    private static bool IsRow(string line) =>
        line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| operation", StringComparison.Ordinal);

    private static IEnumerable<string> Names(string cell)
    {
        var parts = cell.Split(' ')[0].Split('/');
        return parts.Length == 1 ? parts : parts.Select((part, i) => i == 0 ? part : $"Attach{part}");
    }

    private static IEnumerable<string> Rules(string name, string checks, Dictionary<string, HashSet<string>> rows, string former)
    {
        var named = Quoted().Matches(checks).Select(match => match.Groups[1].Value).Where(rule =>
            rule != "exclusive" || !Attaching.ContainsKey(name));
        var meant = ShortWords.Where(word => word.Word.IsMatch(checks)).SelectMany(word => word.Rules.Split(' '));
        var others = checks.Contains("as StartDomain", StringComparison.Ordinal) ? rows["StartDomain"]
            : checks.Contains("as before", StringComparison.Ordinal) ? rows[former]
            : checks.Contains("section 5", StringComparison.Ordinal) ? Section5()
            : [];
        return [.. named, .. meant, .. others, .. Attaching.GetValueOrDefault(name)?.Split(' ') ?? []];
    }

    /// <summary>What the steps of section 5 name.</summary>
    private static IEnumerable<string> Section5() => File.ReadLines(Repository.PathOf("docs/SEMANTICS.md"))
        .SkipWhile(line => !line.StartsWith("## 5", StringComparison.Ordinal))
        .SelectMany(line => Quoted().Matches(line)).Select(match => match.Groups[1].Value);

    private static string[] Always(string operation) =>
        operation is "LoadPolicy" or "BootHost" ? ["updating", "limit"] : ["updating", "no-policy", "limit"];

    private static Rule RuleOf(string id) => Enum.GetValues<Rule>().Single(rule => rule.Id() == id);

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<!`)\\bexists\\b(?!`)")]
    private static partial Regex PlainExists();

    [GeneratedRegex("\\bfree\\b|\\bopen\\(")]
    private static partial Regex FreeOrOpen();

    [GeneratedRegex("\\b(phase|running|paused)\\b")]
    private static partial Regex PhaseNames();

    [GeneratedRegex("(?<!`)\\blimit\\b(?!`)")]
    private static partial Regex PlainLimit();

    [GeneratedRegex("\\badmission\\b")]
    private static partial Regex Admission();

    [GeneratedRegex("\\breach\\(")]
    private static partial Regex Reach();

    [GeneratedRegex("\\breach\\([^)]*(vsock|memory)")]
    private static partial Regex ReachByChannel();

    [GeneratedRegex("\\breach\\([^)]*memory")]
    private static partial Regex ReachByWindow();

    [GeneratedRegex("\\bwall\\(")]
    private static partial Regex WholeWall();

    [GeneratedRegex("\\bwall-history\\(")]
    private static partial Regex HistoryWall();

    [GeneratedRegex("\\bkeep\\(")]
    private static partial Regex Keep();

    [GeneratedRegex("label and key as for")]
    private static partial Regex LabelAndKey();
}
