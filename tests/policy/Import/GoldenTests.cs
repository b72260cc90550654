using System.IO;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Import;
using Cofferdam.Policy.Testing;
using Xunit;

namespace Cofferdam.Tests.Policy.Import;

[Trait("Requirement", "POL-1")]
public sealed class GoldenTests
{
    [Theory]
    [InlineData("home-client")]
    [InlineData("departments")]
    [InlineData("update")]
    [InlineData("wall-only")]
    [InlineData("guarded-host")]
    public void A_policy_becomes_this_project_with_these_notes(string name)
    {
        var diagnostics = new DiagnosticBag();
        var imported = Case.Import($"{name}.xml", diagnostics);
        Assert.NotNull(imported);
        Case.MatchesGolden($"{name}.yaml", imported.Text);
        Case.MatchesGolden($"{name}.notes", Case.Lines(diagnostics));
        Assert.Equal(diagnostics.Items, imported.Notes.OrderBy(note => note.At.Line).ThenBy(note => note.At.Column).ThenBy(note => note.Code));
    }

    [Theory]
    [InlineData("home-client")]
    [InlineData("departments")]
    [InlineData("update")]
    [InlineData("wall-only")]
    [InlineData("guarded-host")]
    public void What_is_imported_checks_and_its_tests_pass(string name)
    {
        var imported = Case.Import($"{name}.xml", new DiagnosticBag());
        var diagnostics = new DiagnosticBag();
        var policy = ProjectChecker.Check("coffer.yaml", imported!.Text, diagnostics);
        Assert.False(diagnostics.HasErrors, Case.Lines(diagnostics));
        var runs = TestRunner.Run(policy!, diagnostics);
        Assert.NotEmpty(runs);
        Assert.False(diagnostics.HasErrors, Case.Lines(diagnostics));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("two-files")]
    public void What_is_wrong_is_said_at_once_with_places(string name)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Case.Import($"{name}.xml", diagnostics));
        Case.MatchesGolden($"{name}.errors", Case.Lines(diagnostics));
        Assert.All(diagnostics.Items.Where(item => item.IsError), item => Assert.NotEmpty(item.Help));
    }

    [Fact]
    public void The_folder_of_the_file_does_not_get_into_the_project()
    {
        var text = Case.Read("wall-only.xml");
        var imported = AcmImporter.Import(Path.Combine("/etc", "xen", "chwall.xml"), text, new DiagnosticBag());
        Assert.DoesNotContain("/etc", imported!.Text, System.StringComparison.Ordinal);
    }
}
