using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Import;
using Xunit;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>Files that were made to hurt: each is an error, said quickly.</summary>
[Trait("Requirement", "POL-1")]
[Collection(Alone.Name)]
public sealed class HostileXmlTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Func<string>> Files = new()
    {
        ["document type"] = () => Behind("<!DOCTYPE SecurityPolicyDefinition>"),
        ["external document type"] = () => Behind("<!DOCTYPE SecurityPolicyDefinition SYSTEM \"http://127.0.0.1:9/policy.dtd\">"),
        ["external entity"] = () => WithType("&e;", Behind("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
        ["billion laughs"] = () => WithType("&l9;", Behind(Laughs())),
        ["undefined entity"] = () => WithType("&nowhere;", Good()),
        ["deep"] = () => Inside(Repeated("<Type>", 300_000)),
        ["deep and closed"] = () => Inside(Repeated("<a>", 200_000) + Repeated("</a>", 200_000)),
        ["200,000 elements"] = () => Inside(Repeated("<a>t</a>", 200_000)),
        ["200,000 empty elements"] = () => Inside(Repeated("<Type/>", 200_000)),
        ["200,000 different unknown elements"] = () => Inside(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<t{i}/>"))),
        ["49,000 different unknown elements"] = () => Inside(string.Concat(Enumerable.Range(0, 49_000).Select(i => $"<t{i}/>"))),
        ["45,000 different types"] = () => Inside(string.Concat(Enumerable.Range(0, 45_000).Select(i => $"<Type>type {i}</Type>"))),
        ["45,000 equal types"] = () => Inside(Repeated("<Type>t</Type>", 45_000)),
        ["a name of 400,000 characters"] = () => Good().Replace("green", new string('g', 400_000), StringComparison.Ordinal),
        ["an element of a huge name"] = () => Inside($"<{new string('e', 2_000_000)}/>"),
        ["an attribute of a huge name"] = () => Inside($"<Type {new string('a', 2_000_000)}=\"\">t</Type>"),
        ["an attribute of a huge value"] = () => Inside($"<Type a=\"{new string('a', 2_000_000)}\">t</Type>"),
        ["150,000 attributes"] = () => Inside($"<Type {string.Concat(Enumerable.Range(0, 150_000).Select(i => $"a{i}=\"\" "))}>t</Type>"),
        ["150,000 attributes, some with brackets"] = () => Inside($"<Type {string.Concat(Enumerable.Range(0, 150_000).Select(i => $"a{i}='>' "))}>t</Type>"),
        ["70,000 name spaces"] = () => Inside($"<Type {string.Concat(Enumerable.Range(0, 70_000).Select(i => $"xmlns:a{i}=\"urn:{i}\" "))}>t</Type>"),
        ["too long"] = () => Good() + new string(' ', 5_000_000),
        ["a comment that does not end"] = () => Inside("<!--" + Repeated("- ", 900_000)),
        ["brackets only"] = () => Repeated("<", 1_000_000),
        ["zero characters"] = () => Good().Replace("green", "gr\0en", StringComparison.Ordinal),
        ["control characters by number"] = () => Good().Replace("green", "gr&#0;en", StringComparison.Ordinal),
        ["half a character"] = () => Good().Replace("green", "gr\ud800en", StringComparison.Ordinal),
        ["not a character"] = () => Good().Replace("green", "gr\uffffen", StringComparison.Ordinal),
        ["UTF-16 read as UTF-8"] = () => Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(Good())),
        ["UTF-32 read as UTF-8"] = () => Encoding.UTF8.GetString(Encoding.UTF32.GetBytes(Good())),
        ["UTF-8 read as UTF-16"] = () => Encoding.Unicode.GetString(Encoding.UTF8.GetBytes(Good())),
        ["EBCDIC"] = () => string.Concat(Good().Select(character => (char)(character * 7 % 256))),
        ["nothing"] = () => "",
        ["blanks"] = () => " \n\t ",
        ["text"] = () => "coffer: 1\n",
        ["two roots"] = () => Good() + Good()[Good().IndexOf("<Security", StringComparison.Ordinal)..],
        ["another root"] = () => "<html/>",
        ["a prefix that is not declared"] = () => Good().Replace("<Type>", "<x:Type>", StringComparison.Ordinal),
        ["an attribute twice"] = () => Good().Replace("bootstrap=", "bootstrap=\"a\" bootstrap=", StringComparison.Ordinal),
        ["labels of equal names that are cut alike"] = () => ManyLabels(i => new string('n', 100 + i % 2)),
        ["2,049 labels"] = () => ManyLabels(i => $"label {i}"),
        ["6,000 labels in 7,000 conflict sets"] = ManyConflicts,
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_an_error_and_soon(string name)
    {
        var text = Files[name]();
        var (imported, diagnostics, took) = Import(text);
        output.WriteLine($"{name}: {text.Length} characters, {took.TotalMilliseconds:0} ms, {diagnostics.Items[0].At} {diagnostics.Items[0].Message}");
        Assert.Null(imported);
        Assert.True(diagnostics.HasErrors);
        Assert.True(took < Patience, $"it took {took}");
        Assert.All(diagnostics.Items, item => Assert.True(item.Message.Length < 1000 && item.At.Line > 0 && item.At.Column > 0));
    }

    [Fact]
    public void A_document_type_is_named_with_its_place()
    {
        var (_, diagnostics, _) = Import(Files["external entity"]());
        var error = Assert.Single(diagnostics.Items);
        Assert.Equal((DiagnosticCode.AcmXml, 1), (error.Code, error.At.Line));
        Assert.Contains("DOCTYPE", error.Message, StringComparison.Ordinal);
        Assert.Equal("remove the DOCTYPE", error.Help);
    }

    [Fact]
    public void A_file_cut_anywhere_is_an_error()
    {
        var text = Case.Read("departments.xml").TrimEnd();
        for (var length = 0; length < text.Length; length++)
        {
            var (imported, diagnostics, took) = Import(text[..length]);
            Assert.True(imported is null && diagnostics.HasErrors && took < Patience, $"cut after {length} characters");
        }
    }

    /// <summary>A byte that is not what it was may leave a right policy; then what is imported must check.</summary>
    [Fact]
    public void A_file_with_any_character_changed_is_an_error_or_imports_well()
    {
        var text = Case.Read("guarded-host.xml");
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var character in "<&\"x\u202e")
                ImportsWellOrNot($"{text[..at]}{character}{text[(at + 1)..]}", checkEvery: at % 16 == 0);
        }
    }

    [Fact]
    public void Foreign_text_stays_in_its_comment()
    {
        var name = "n&#10;evil [x]&#x202e;&#x2028;" + new string('[', 300);
        var text = Good().Replace("<Date>", $"<Date>{name}", StringComparison.Ordinal).Replace("res", name, StringComparison.Ordinal);
        var (imported, diagnostics, _) = Import(text);
        Assert.True(imported is not null, Case.Lines(diagnostics));
        Assert.DoesNotContain("\nevil", imported.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', imported.Text);
        var check = new DiagnosticBag();
        Assert.NotNull(ProjectChecker.Check("coffer.yaml", imported.Text, check));
    }

    /// <summary>As large as the limits of a compiled policy allow.</summary>
    [Fact]
    public void A_policy_of_a_thousand_labels_imports_in_time()
    {
        var types = string.Concat(Enumerable.Range(0, 900).Select(i => $"<Type>t{i}</Type>"));
        var walls = string.Concat(Enumerable.Range(0, 100).Select(i => $"<Type>w{i}</Type>"));
        var conflicts = $"<ConflictSets><Conflict name=\"all\">{walls}</Conflict></ConflictSets>";
        var labels = string.Concat(Enumerable.Range(0, 900).Select(i => Label($"L{i}", $"t{i}", i < 100 ? $"w{i}" : "")));
        var text = Policy(types, $"<ChineseWall><ChineseWallTypes>{walls}</ChineseWallTypes>{conflicts}</ChineseWall>", labels, "L0");
        var (imported, diagnostics, took) = Import(text);
        output.WriteLine($"{took.TotalMilliseconds:0} ms, {imported?.Text.Length} characters");
        Assert.True(imported is not null, Case.Lines(diagnostics));
        Assert.True(took < Patience, $"it took {took}");
        var check = new DiagnosticBag();
        Assert.True(ProjectChecker.Check("coffer.yaml", imported.Text, check) is not null, Case.Lines(check));
    }

    private static void ImportsWellOrNot(string text, bool checkEvery)
    {
        var (imported, diagnostics, took) = Import(text);
        Assert.True(took < Patience, $"it took {took}: {text}");
        Assert.Equal(imported is null, diagnostics.HasErrors);
        if (imported is null || !checkEvery)
            return;
        var check = new DiagnosticBag();
        Assert.True(ProjectChecker.Check("coffer.yaml", imported.Text, check) is not null, $"{Case.Lines(check)}\n{text}");
    }

    private static (ImportedPolicy? Imported, DiagnosticBag Diagnostics, TimeSpan Took) Import(string text)
    {
        var diagnostics = new DiagnosticBag();
        var start = Stopwatch.GetTimestamp();
        var imported = AcmImporter.Import("hostile.xml", text, diagnostics);
        return (imported, diagnostics, Stopwatch.GetElapsedTime(start));
    }

    private static string Good() => Policy("<Type>green</Type>", "", Label("dom0", "green", ""), "dom0");

    private static string Label(string name, string type, string wallType)
    {
        var wall = wallType.Length == 0 ? "" : $"<ChineseWallTypes><Type>{wallType}</Type></ChineseWallTypes>";
        var types = type.Length == 0 ? "" : $"<SimpleTypeEnforcementTypes><Type>{type}</Type></SimpleTypeEnforcementTypes>";
        return $"<VirtualMachineLabel><Name>{name}</Name>{types}{wall}</VirtualMachineLabel>";
    }

    private static string Policy(string types, string wall, string labels, string bootstrap) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <SecurityPolicyDefinition xmlns="http://www.ibm.com">
        <PolicyHeader><PolicyName>p</PolicyName><Date>1970-01-01</Date></PolicyHeader>
        <SimpleTypeEnforcement><SimpleTypeEnforcementTypes>{types}</SimpleTypeEnforcementTypes></SimpleTypeEnforcement>{wall}
        <SecurityLabelTemplate><SubjectLabels bootstrap="{bootstrap}">{labels}</SubjectLabels>
        <ObjectLabels><ResourceLabel><Name>res</Name></ResourceLabel></ObjectLabels></SecurityLabelTemplate>
        </SecurityPolicyDefinition>
        """;

    private static string Behind(string declaration) => Good().Replace("?>\n", $"?>{declaration}\n", StringComparison.Ordinal);

    private static string WithType(string type, string policy) => policy.Replace("<Type>green", $"<Type>{type}", StringComparison.Ordinal);

    private static string Inside(string content) => Policy(content, "", Label("dom0", "green", ""), "dom0");

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Laughs()
    {
        var text = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 10; i++)
            text.Append("<!ENTITY l").Append(i).Append(" \"").Append(Repeated($"&l{i - 1};", 10)).Append("\">");
        return text.Append("]>").ToString();
    }

    private static string ManyLabels(Func<int, string> name) =>
        Policy("<Type>green</Type>", "", string.Concat(Enumerable.Range(0, 2049).Select(i => Label(name(i), "green", ""))), "x");

    private static string ManyConflicts()
    {
        var sets = string.Concat(Enumerable.Range(0, 7_000).Select(i => $"<Conflict name=\"c{i}\"><Type>a</Type><Type>b</Type></Conflict>"));
        var labels = string.Concat(Enumerable.Range(0, 6_000).Select(i => Label($"l{i}", "", "a")));
        var wall = $"<ChineseWall><ChineseWallTypes><Type>a</Type><Type>b</Type></ChineseWallTypes><ConflictSets>{sets}</ConflictSets></ChineseWall>";
        return Policy("<Type>green</Type>", wall, labels, "l0");
    }
}
