using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>The closed list of what can be wrong in a project file: an enum, its texts, and a reference page.</summary>
public static class DiagnosticTable
{
    private const string File = "eng/tables/diagnostics.tsv";
    private const string Folder = "src/manage/Model/Diagnostics";
    private const string Namespace = "Cofferdam.Model.Diagnostics";

    /// <summary>Reads and checks the table.</summary>
    public static IEnumerable<GeneratedFile> Generate(string root)
    {
        var table = Table.Read(root, File, "id", "code", "severity", "title", "help");
        table.RequireUnique("id");
        table.RequireUnique("code");
        foreach (var row in table.Rows)
            row.OneOf("severity", "error", "warning");
        return
        [
            new($"{Folder}/DiagnosticCode.g.cs", Enum(table)),
            new($"{Folder}/DiagnosticText.g.cs", Texts(table)),
            new("docs/reference/diagnostics.md", Page(table)),
        ];
    }

    private static string Enum(Table table)
    {
        var text = TextFile.CSharp(File, Namespace)
            .Line("/// <summary>What can be wrong, or to be warned of, in a project file. The list is closed; a number never changes its meaning.</summary>")
            .Line("public enum DiagnosticCode")
            .Line("{")
            .Line("    /// <summary>Nothing.</summary>")
            .Line("    None = 0,")
            .Line();
        foreach (var row in table.Rows)
        {
            text.Line($"    /// <summary>{Names.Sentence(row["title"])}</summary>")
                .Line($"    {Names.Pascal(row["id"])} = {row["code"][2..]},")
                .Line();
        }
        return text.EndBlock();
    }

    private static string Texts(Table table)
    {
        var warnings = table.Rows.Where(row => row["severity"] == "warning").Select(row => $"DiagnosticCode.{Names.Pascal(row["id"])}");
        var text = TextFile.CSharp(File, Namespace)
            .Line("/// <summary>Texts for each code.</summary>")
            .Line("public static class DiagnosticText")
            .Line("{");
        Switch(text, "Id", "Its name.", table, "id");
        Switch(text, "Text", "The code as it is shown: CD and three digits.", table, "code");
        Switch(text, "Title", "What it says in general.", table, "title");
        Switch(text, "Help", "The way out in general.", table, "help");
        return text
            .Line("    /// <summary>True for errors, false for warnings.</summary>")
            .Line($"    public static bool IsError(this DiagnosticCode code) => code is not ({string.Join(" or ", warnings)});")
            .Line("}")
            .ToString();
    }

    private static void Switch(TextFile text, string name, string summary, Table table, string column)
    {
        text.Line($"    /// <summary>{summary}</summary>")
            .Line($"    public static string {name}(this DiagnosticCode code) => code switch")
            .Line("    {");
        foreach (var row in table.Rows)
            text.Line($"        DiagnosticCode.{Names.Pascal(row["id"])} => {Names.Literal(row[column])},");
        text.Line("        _ => \"\",")
            .Line("    };")
            .Line();
    }

    private static string Page(Table table)
    {
        var text = TextFile.Markdown(File, "Errors and warnings of project files")
            .Line("Every message names file, line and column; all are reported at once. A code never changes its meaning.").Line()
            .Line("| Code | Name | Severity | What it says | The way out |")
            .Line("|---|---|---|---|---|");
        foreach (var row in table.Rows.OrderBy(row => row["code"], StringComparer.Ordinal))
            text.Line($"| {row["code"]} | `{row["id"]}` | {row["severity"]} | {Names.Cell(row["title"])} | {Names.Cell(row["help"])} |");
        return text.ToString();
    }
}
