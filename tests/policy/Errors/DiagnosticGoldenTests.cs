using System;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Xunit;

namespace Cofferdam.Tests.Policy.Errors;

/// <summary>What is said of wrong project files: code, line and column, message, way out.</summary>
[Trait("Requirement", "POL-2")]
public sealed class DiagnosticGoldenTests
{
    private const int FirstOfImport = 480;

    public static TheoryData<string> Names => new(GoldenFiles.Names);

    private static DiagnosticCode[] Codes =>
        [.. Enum.GetValues<DiagnosticCode>().Where(code => code != DiagnosticCode.None && (int)code < FirstOfImport)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_file_is_told_so_with_code_place_message_and_way_out(string name)
    {
        var said = Project.Lines(Project.Diagnose($"{name}.yaml", GoldenFiles.Text(name)));
        if (said != GoldenFiles.Expected(name))
            Assert.Fail($"{GoldenFiles.Keep(name, said)}\n{said}");
    }

    [Fact]
    public void Every_code_of_the_table_has_a_golden_file() => Assert.All(Codes.Select(code => code.Text()), code => Assert.Contains(
        GoldenFiles.Names,
        name => name.StartsWith(code, StringComparison.Ordinal) && GoldenFiles.Expected(name).Contains($" {code} ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_diagnostic_has_a_place_inside_the_file_and_a_way_out(string name)
    {
        var text = GoldenFiles.Text(name);
        var lines = text.Split('\n');
        Assert.All(Project.Diagnose(name, text), item =>
        {
            Assert.InRange(item.At.Line, 1, lines.Length);
            Assert.InRange(item.At.Column, 1, lines[item.At.Line - 1].Length + 1);
            Assert.NotEmpty(item.Message);
            Assert.NotEmpty(item.Help);
        });
    }

    [Fact]
    public void All_errors_are_reported_at_once_each_once()
    {
        var found = Project.Diagnose("all.yaml", GoldenFiles.Text("all-at-once"));
        Assert.True(found.Select(item => item.Code).Distinct().Count() >= 15);
        Assert.Equal(found.Count, found.Select(item => (item.Code, item.At)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_said_twice_of_the_same_place(string name)
    {
        var found = Project.Diagnose(name, GoldenFiles.Text(name));
        Assert.Equal(found.Count, found.Select(item => (item.At, item.Message)).Distinct().Count());
    }

    [Fact]
    public void The_example_of_two_banks_has_only_the_warning_that_nobody_signs_it() => Assert.Equal(
        [DiagnosticCode.NoOfficer],
        Project.Diagnose("coffer.yaml", Repository.Read("examples/two-banks/coffer.yaml")).Select(item => item.Code));
}
