using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>The operations that the monitor decides: an enum and a reference page.</summary>
public static class OperationTable
{
    /// <summary>Where the operations are, one file each.</summary>
    public const string Folder = "src/tcb/Monitor/Operations";

    private const string File = "eng/tables/operations.tsv";

    /// <summary>Reads and checks the table.</summary>
    public static IEnumerable<GeneratedFile> Generate(string root) => Generate(Read(root));

    /// <summary>Checks a table that has been read.</summary>
    public static IEnumerable<GeneratedFile> Generate(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.RequireCounting("number", 1);
        table.RequireUnique("name");
        foreach (var row in table.Rows)
            Check(row);
        return [new($"{Folder}/OperationKind.g.cs", Enum(table)), new("docs/reference/operations.md", Page(table))];
    }

    /// <summary>The names of the operations, in the order of the table.</summary>
    public static IReadOnlyList<string> ReadNames(string root) => [.. Read(root).Rows.Select(row => row["name"])];

    private static Table Read(string root) => Table.Read(root, File, "number", "name", "requirement", "moves", "title");

    private static void Check(Row row)
    {
        if (!char.IsAsciiLetterUpper(row["name"][0]) || !row["name"].All(char.IsAsciiLetterOrDigit))
            throw row.Wrong("a name is a C# identifier that begins with a capital");
        row.OneOf("moves", "yes", "no");
        _ = row["requirement"] + row["title"];
    }

    private static string Enum(Table table)
    {
        var text = TextFile.CSharp(File, "Cofferdam.Monitor.Operations")
            .Line("/// <summary>What is asked of the monitor. Numbers never change their meaning.</summary>")
            .Line("public enum OperationKind : byte")
            .Line("{")
            .Line("    /// <summary>No operation.</summary>")
            .Line("    None = 0,")
            .Line();
        foreach (var row in table.Rows)
        {
            text.Line($"    /// <summary>{row["requirement"]}: {Names.Sentence(row["title"])}</summary>")
                .Line($"    {row["name"]} = {row["number"]},")
                .Line();
        }
        return text.EndBlock();
    }

    private static string Page(Table table)
    {
        var text = TextFile.Markdown(File, "Operations")
            .Line("Everything that the monitor can be asked, one file each. Where information could move, the rules of flow are asked too.")
            .Line()
            .Line("| Number | Operation | Requirement | Moves information | To | Code |")
            .Line("|---|---|---|---|---|---|");
        foreach (var row in table.Rows)
        {
            text.Line($"| {row["number"]} | `{row["name"]}` | {row["requirement"]} | {row["moves"]} | {Names.Cell(row["title"])} "
                + $"| `{Folder}/{row["name"]}.cs` |");
        }
        return text.ToString();
    }
}
