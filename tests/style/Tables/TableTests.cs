using System;
using System.IO;
using System.Linq;
using Cofferdam.Eng.Tables;
using Cofferdam.Tests.Style.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Cofferdam.Tests.Style.Tables;

/// <summary>Code and reference pages that come from tables say what the tables say.</summary>
public sealed class TableTests
{
    [Fact]
    public void Generated_files_are_up_to_date() => Report.Empty(
        Generator.Drifted(Repository.Root).Select(file => $"{file.Path} is out of date: run eng/generate"));

    [Fact]
    [Trait("Requirement", "ISO-4")]
    public void Each_operation_of_the_table_is_one_file_and_each_file_is_in_the_table() => Assert.Equal(
        OperationTable.ReadNames(Repository.Root).Order(StringComparer.Ordinal),
        SourceFile.All.Where(file => Path.GetDirectoryName(file.Path) == OperationTable.Folder && !IsShared(file))
            .Select(file => file.Name));

    [Theory]
    [InlineData("0\tone\tCD001\tallow\tone\t|2\ttwo\tCD002\tallow\ttwo\t", "rules.tsv:3: column 'number' must count up")]
    [InlineData("0\tone\tCD001\tallow\tone\t|1\tone\tCD002\tallow\ttwo\t", "rules.tsv:3: 'one' stands twice in column 'id'")]
    [InlineData("0\tone\tCD1\tallow\tone\t", "rules.tsv:2: a code is CD and three digits")]
    [InlineData("0\tone\tCD001\tmaybe\tone\t", "rules.tsv:2: column 'verdict' must be one of: allow, refuse")]
    [InlineData("0\tone\tCD001\trefuse\tone", "rules.tsv:2: a refusal needs a help text")]
    [InlineData("0\tone\tCD001\tallow\tone\t\tmore", "rules.tsv:2: has 7 columns, not 6")]
    public void A_wrong_rule_is_named_with_its_line(string rows, string error)
    {
        var table = Parse("rules.tsv", rows, "number", "id", "code", "verdict", "title", "help");
        Assert.StartsWith(error, Assert.Throws<TableException>(() => RuleTable.Generate(table())).Message);
    }

    [Theory]
    [InlineData("A\tone\tu8\tx|A\ttwo\tu32\tx", "layout.tsv:3: field 'two' would stand at offset 1, which its size does not divide")]
    [InlineData("A\tone\tu8\tx|A\tone\tu8\tx", "layout.tsv:3: field 'one' has a name that is taken")]
    [InlineData("A\tone\tu8\tx|B\tone\tu8\tx|A\ttwo\tu8\tx", "layout.tsv:4: fields of 'A' must stand together")]
    [InlineData("A\tone\tu128\tx", "layout.tsv:2: a type is one of: u8, u16, u32, u64, key, digest, bytes(N)")]
    public void A_wrong_layout_is_named_with_its_line(string rows, string error)
    {
        var table = Parse("layout.tsv", rows, "struct", "field", "type", "meaning");
        Assert.Equal(error, Assert.Throws<TableException>(() => LayoutTable.Generate(table())).Message);
    }

    // What several operations have in common is abstract or static: it can be no operation.
    private static bool IsShared(SourceFile file) => file.Types.All(type =>
        type.Modifiers.Any(SyntaxKind.AbstractKeyword) || type.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static Func<Table> Parse(string file, string rows, params string[] columns) =>
        () => Table.Parse(file, [string.Join('\t', columns), .. rows.Split('|')], columns);
}
