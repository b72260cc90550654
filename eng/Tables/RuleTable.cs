using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>The closed list of rules: an enum, its texts, and a reference page.</summary>
public static class RuleTable
{
    private const string File = "eng/tables/rules.tsv";
    private const string Folder = "src/tcb/Monitor/Decisions";
    private const string Namespace = "Cofferdam.Monitor.Decisions";

    /// <summary>Reads and checks the table.</summary>
    public static IEnumerable<GeneratedFile> Generate(string root) =>
        Generate(Table.Read(root, File, "number", "id", "code", "verdict", "title", "help"));

    /// <summary>Checks a table that has been read.</summary>
    public static IEnumerable<GeneratedFile> Generate(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.RequireCounting("number", 0);
        table.RequireUnique("id");
        table.RequireUnique("code");
        foreach (var row in table.Rows)
            Check(row);
        return
        [
            new($"{Folder}/Rule.g.cs", Enum(table)),
            new($"{Folder}/RuleText.g.cs", Texts(table)),
            new("docs/reference/rules.md", Page(table)),
        ];
    }

    private static void Check(Row row)
    {
        if (row["code"] is not ['C', 'D', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'])
            throw row.Wrong("a code is CD and three digits");
        if (row["id"].Any(c => c is not (>= 'a' and <= 'z') and not '-'))
            throw row.Wrong("an id is lower-case words joined with hyphens");
        if (row.OneOf("verdict", "allow", "refuse") == "refuse" && row.Optional("help").Length == 0)
            throw row.Wrong("a refusal needs a help text");
        _ = row["title"];
    }

    private static string Enum(Table table)
    {
        var text = TextFile.CSharp(File, Namespace)
            .Line("/// <summary>The rule that decided. The list is closed; numbers never change their meaning.</summary>")
            .Line("public enum Rule : byte")
            .Line("{");
        foreach (var row in table.Rows)
        {
            text.Line($"    /// <summary>{row["code"]}: {Names.Sentence(row["title"])}</summary>")
                .Line($"    {Names.Pascal(row["id"])} = {row.Byte("number")},")
                .Line();
        }
        return text.EndBlock();
    }

    private static string Texts(Table table)
    {
        var text = TextFile.CSharp(File, Namespace)
            .Line("/// <summary>What each rule is called, and what would help.</summary>")
            .Line("public static class RuleText")
            .Line("{");
        Switch(text, "Id", "The name of a rule in text, JSON and logs.", table, "id", "unknown");
        Switch(text, "Code", "The code of a rule in messages.", table, "code", "CD000");
        Switch(text, "Title", "What a rule says, without a full stop.", table, "title", "");
        Switch(text, "Help", "What would help; empty for rules that allow.", table, "help", "");
        return IsRefusal(text, table).Line("}").ToString();
    }

    private static void Switch(TextFile text, string name, string summary, Table table, string column, string otherwise)
    {
        text.Line($"    /// <summary>{summary}</summary>")
            .Line($"    public static string {name}(this Rule rule) => rule switch")
            .Line("    {");
        foreach (var row in table.Rows.Where(row => row.Optional(column).Length > 0))
            text.Line($"        Rule.{Names.Pascal(row["id"])} => {Names.Literal(row[column])},");
        text.Line($"        _ => {Names.Literal(otherwise)},")
            .Line("    };")
            .Line();
    }

    private static TextFile IsRefusal(TextFile text, Table table)
    {
        var allow = table.Rows.Where(row => row["verdict"] == "allow").Select(row => $"Rule.{Names.Pascal(row["id"])}");
        return text
            .Line("    /// <summary>True for every rule that is not listed as allowing, and for every value that is no rule.</summary>")
            .Line($"    public static bool IsRefusal(this Rule rule) => rule is not ({string.Join(" or ", allow)});");
    }

    private static string Page(Table table)
    {
        var text = TextFile.Markdown(File, "Rules")
            .Line("Every decision names the rule that decided. The list is closed: a code never changes its meaning.");
        Section(text, table, "refuse", "Refusals", "What would help");
        Section(text, table, "allow", "Grants", null);
        return text.ToString();
    }

    private static void Section(TextFile text, Table table, string verdict, string title, string? helpTitle)
    {
        text.Line().Line($"## {title}").Line()
            .Line($"| Code | Rule | Number | What it says |{(helpTitle is null ? "" : $" {helpTitle} |")}")
            .Line($"|---|---|---|---|{(helpTitle is null ? "" : "---|")}");
        foreach (var row in table.Rows.Where(row => row["verdict"] == verdict).OrderBy(row => row["code"], StringComparer.Ordinal))
        {
            var help = helpTitle is null ? "" : $" {Names.Cell(row["help"])} |";
            text.Line($"| {row["code"]} | `{row["id"]}` | {row["number"]} | {Names.Cell(row["title"])} |{help}");
        }
    }
}
