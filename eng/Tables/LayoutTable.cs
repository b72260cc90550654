using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>The layout of the compiled policy: offsets that the code uses, and the page that documents them.</summary>
public static class LayoutTable
{
    private const string File = "eng/tables/policy-image.tsv";

    private sealed record Field(string Name, int Offset, int Size, string Type, string Meaning);

    private sealed record Struct(string Name, IReadOnlyList<Field> Fields)
    {
        public int Size => Fields[^1].Offset + Fields[^1].Size;
    }

    /// <summary>Reads and checks the table.</summary>
    public static IEnumerable<GeneratedFile> Generate(string root) =>
        Generate(Table.Read(root, File, "struct", "field", "type", "meaning"));

    /// <summary>Checks a table that has been read. Offsets are computed: fields follow each other without gaps.</summary>
    public static IEnumerable<GeneratedFile> Generate(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var structs = Lay(table);
        return [new("src/formats/PolicyImage/Layout.g.cs", Code(structs)), new("docs/reference/policy-image.md", Page(structs))];
    }

    private static List<Struct> Lay(Table table)
    {
        var structs = new List<Struct>();
        var fields = new List<Field>();
        foreach (var row in table.Rows)
        {
            if (structs.Count == 0 || structs[^1].Name != row["struct"])
                structs.Add(new Struct(NewName(structs, row), fields = []));
            fields.Add(Lay(row, fields));
        }
        return structs;
    }

    private static string NewName(List<Struct> structs, Row row) =>
        structs.Any(s => s.Name == row["struct"]) ? throw row.Wrong($"fields of '{row["struct"]}' must stand together") : row["struct"];

    private static Field Lay(Row row, List<Field> before)
    {
        var offset = before.Count == 0 ? 0 : before[^1].Offset + before[^1].Size;
        var field = new Field(Names.Pascal(row["field"]), offset, SizeOf(row), row["type"], row["meaning"]);
        if (field.Name == "Size" || before.Any(f => f.Name == field.Name))
            throw row.Wrong($"field '{row["field"]}' has a name that is taken");
        if (field.Type is "u16" or "u32" or "u64" && offset % field.Size != 0)
            throw row.Wrong($"field '{row["field"]}' would stand at offset {offset}, which its size does not divide");
        return field;
    }

    private static int SizeOf(Row row) => row["type"] switch
    {
        "u8" => 1,
        "u16" => 2,
        "u32" => 4,
        "u64" => 8,
        "key" => 16,
        "digest" => 32,
        ['b', 'y', 't', 'e', 's', '(', .. var count, ')']
            when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 => size,
        _ => throw row.Wrong("a type is one of: u8, u16, u32, u64, key, digest, bytes(N)"),
    };

    private static string Code(List<Struct> structs)
    {
        var text = TextFile.CSharp(File, "Cofferdam.PolicyImage");
        foreach (var s in structs)
        {
            text.Line($"/// <summary>Offsets in the struct {s.Name}, {s.Size} bytes.</summary>")
                .Line($"internal static class {s.Name}Layout")
                .Line("{");
            foreach (var field in s.Fields)
            {
                text.Line($"    /// <summary>{field.Type}: {Names.Sentence(field.Meaning)}</summary>")
                    .Line($"    public const int {field.Name} = {field.Offset};")
                    .Line();
            }
            text.Line("    /// <summary>Size in bytes.</summary>")
                .Line($"    public const int Size = {s.Size};")
                .Line("}")
                .Line();
        }
        return text.TrimmedEnd();
    }

    private static string Page(List<Struct> structs)
    {
        var text = TextFile.Markdown(File, "Layout of the compiled policy")
            .Line("Numbers are little-endian. A `key` is 16 bytes, a `digest` 32. What each section holds, and what makes an image")
            .Line("valid, is in the comments of `src/formats/PolicyImage`.");
        foreach (var s in structs)
        {
            text.Line().Line($"## {s.Name}").Line().Line($"{s.Size} bytes.").Line()
                .Line("| Offset | Size | Field | Type | Meaning |")
                .Line("|---|---|---|---|---|");
            foreach (var field in s.Fields)
                text.Line($"| {field.Offset} | {field.Size} | {field.Name} | `{field.Type}` | {Names.Cell(field.Meaning)} |");
        }
        return text.ToString();
    }
}
