using System.Text.Json;
using Xunit;

namespace Cofferdam.Tests.cli;

[Trait("Requirement", "POL-4")]
public sealed class ExplainTests
{
    [Fact]
    public void A_refusal_names_rule_line_reason_and_ways_out_and_ends_with_3()
    {
        var result = Coffer.Run("explain", "start b-bank", "--given", "a-bank runs", "--file", Coffer.TwoBanks);
        Assert.Equal(3, result.Code);
        Assert.Empty(result.Errors);
        Assert.StartsWith("error[CD201]: b-bank may not start on this host\n", result.Output, System.StringComparison.Ordinal);
        Assert.Contains("conflicts.competitors", result.Output, System.StringComparison.Ordinal);
        Assert.Contains("coffer.yaml:21", result.Output, System.StringComparison.Ordinal);
        Assert.Contains("client contracts", result.Output, System.StringComparison.Ordinal);
        Assert.Contains("ways out", result.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_is_explained_on_standard_output_and_ends_with_0()
    {
        var result = Coffer.Run("explain", "connect a-bank to clearing-desk vsock 4433", "--file", Coffer.TwoBanks);
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Errors);
        Assert.Contains("channels.settle-a", result.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_stand_for_their_labels()
    {
        var result = Coffer.Run("explain", "start b-bank/core", "-g", "a-bank/trading runs", "--file", Coffer.TwoBanks);
        Assert.Equal(3, result.Code);
        Assert.Contains("conflicts.competitors", result.Output, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Json_carries_the_same_and_nothing_else_is_written()
    {
        var result = Coffer.Run("explain", "attach ledger to insurer for read", "--file", Coffer.TwoBanks, "--format", "json");
        var answer = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("denied", "CD211", "sharing"), (answer.GetProperty("verdict").GetString(), answer.GetProperty("code").GetString(), answer.GetProperty("rule").GetString()));
        Assert.Empty(result.Errors);
        Assert.Equal(3, result.Code);
    }

    [Theory]
    [InlineData("begin b-bank", "start, resume, attach, connect or flow is expected, not 'begin'")]
    [InlineData("start", "a label is missing at its end")]
    [InlineData("start c-bank", "there is no label 'c-bank'")]
    [InlineData("attach leger to a-bank", "did you mean 'ledger'?")]
    [InlineData("connect a-bank to b-bank vsock zero", "a port, a whole number from 1 to 4294967294 is expected, not 'zero'")]
    [InlineData("start a-bank now", "'now' is a word too many")]
    public void A_statement_that_cannot_be_read_ends_with_2_and_says_what_would_be_right(string statement, string message)
    {
        var result = Coffer.Run("explain", statement, "--file", Coffer.TwoBanks);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Errors, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_that_cannot_be_is_said_and_not_skipped()
    {
        var result = Coffer.Run("explain", "start insurer", "-g", "a-bank runs", "-g", "b-bank runs", "--file", Coffer.TwoBanks);
        Assert.Equal(2, result.Code);
        Assert.Contains("'b-bank runs' cannot be: conflicts.competitors", result.Errors, System.StringComparison.Ordinal);
    }
}
