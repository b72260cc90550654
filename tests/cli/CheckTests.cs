using System.Text.Json;
using Xunit;

namespace Cofferdam.Tests.cli;

[Trait("Requirement", "POL-2")]
public sealed class CheckTests
{
    [Fact]
    public void A_valid_project_ends_with_0_and_says_what_it_holds()
    {
        var result = Coffer.Run("check", Coffer.TwoBanks);
        Assert.Equal(0, result.Code);
        Assert.Contains("policy two-banks 1 is valid: 7 labels, 1 conflict sets, 3 channels, 1 hosts; 17 tests pass", result.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_come_at_once_with_their_places_and_end_with_4()
    {
        using var shop = new Workshop();
        var file = shop.Write("bad.yaml", "coffer: 1\npolicy:\n  name: x\n  colour: red\n  workloads: {a: {}}\n  hosts: {default: {runs: [a, b]}}\n");
        var result = Coffer.Run("check", file);
        Assert.Equal(4, result.Code);
        Assert.Contains("error[CD404]", result.Errors, System.StringComparison.Ordinal);
        Assert.Contains($"{file}:4:3", result.Errors, System.StringComparison.Ordinal);
        Assert.Contains("error[CD411]", result.Errors, System.StringComparison.Ordinal);
        Assert.Contains($"{file}:6:31", result.Errors, System.StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Json_is_an_array_of_diagnostics_and_nothing_else()
    {
        using var shop = new Workshop();
        var file = shop.Write("bad.yaml", "coffer: 2\npolicy: {name: x, workloads: {}, hosts: {}}\n");
        var result = Coffer.Run("check", file, "--format", "json");
        var first = JsonDocument.Parse(result.Output).RootElement[0];
        Assert.Equal("CD408", first.GetProperty("code").GetString());
        Assert.Equal(1, first.GetProperty("line").GetInt32());
        Assert.Equal(9, first.GetProperty("column").GetInt32());
        Assert.Empty(result.Errors);
        Assert.Equal(4, result.Code);
    }

    [Fact]
    public void A_failing_test_of_the_policy_ends_with_4_and_names_the_rule_that_decided()
    {
        using var shop = new Workshop();
        var text = System.IO.File.ReadAllText(Coffer.TwoBanks).Replace("{allow: \"start b-bank\"}", "{deny: \"start b-bank\"}", System.StringComparison.Ordinal);
        var result = Coffer.Run("check", shop.Write("coffer.yaml", text));
        Assert.Equal(4, result.Code);
        Assert.Contains("error[CD442]: deny 'start b-bank': it is allowed by the rule unconditional", result.Errors, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_1_and_is_named()
    {
        var result = Coffer.Run("check", "no-such-file.yaml");
        Assert.Equal(1, result.Code);
        Assert.Contains("no-such-file.yaml cannot be read", result.Errors, System.StringComparison.Ordinal);
    }
}
