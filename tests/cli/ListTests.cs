using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Cofferdam.Tests.cli;

[Trait("Requirement", "POL-2")]
public sealed class ListTests
{
    public static TheoryData<string> Lists => ["show", "test", "matrix", "graph", "flows"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_is_json_csv_and_yaml_with_the_same_columns(string list)
    {
        var json = JsonDocument.Parse(Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "json").Output).RootElement;
        var columns = json[0].EnumerateObject().Select(property => property.Name).ToList();
        var csv = Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "csv").Output.TrimEnd().Split('\n');
        Assert.Equal(string.Join(',', columns), csv[0].TrimEnd());
        Assert.Equal(json.GetArrayLength() + 1, csv.Length);
        var yaml = Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "yaml").Output;
        Assert.StartsWith($"- {columns[0]}: ", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Columns_are_chosen_and_an_unknown_one_names_those_there_are(string list)
    {
        var all = Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "csv").Output.Split('\n')[0].TrimEnd().Split(',');
        var chosen = Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "csv", "--columns", $"{all[1]},{all[0]}");
        Assert.StartsWith($"{all[1]},{all[0]}", chosen.Output, StringComparison.Ordinal);
        var unknown = Coffer.Run("policy", list, Coffer.TwoBanks, "--format", "csv", "--columns", "wrong");
        Assert.Equal(2, unknown.Code);
        Assert.Contains(all[0], unknown.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matrix")]
    [InlineData("graph")]
    [InlineData("flows")]
    public void Pictures_are_written_as_svg(string picture)
    {
        using var shop = new Workshop();
        Assert.Equal(0, Coffer.Run("policy", picture, Coffer.TwoBanks, "--svg", shop["p.svg"]).Code);
        var root = System.Xml.Linq.XDocument.Load(shop["p.svg"]).Root!;
        Assert.Equal("svg", root.Name.LocalName);
        Assert.Contains("clearing-desk", File.ReadAllText(shop["p.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_listed_and_ends_with_5_when_asked()
    {
        using var shop = new Workshop();
        var text = File.ReadAllText(Coffer.TwoBanks);
        var changed = string.Join('\n', text.Split('\n').Where(line => !line.Contains("feed", StringComparison.Ordinal)));
        var after = shop.Write("after.yaml", changed);
        var result = Coffer.Run("policy", "diff", Coffer.TwoBanks, after, "--exit-code");
        Assert.Equal(5, result.Code);
        Assert.Contains("- refused  sensors  a-bank.trading  memory out", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, Coffer.Run("policy", "diff", after, after, "--exit-code").Code);
    }

    [Fact]
    public void The_matrix_lists_the_channel_with_its_port_and_direction()
    {
        var rows = JsonDocument.Parse(Coffer.Run("policy", "matrix", Coffer.TwoBanks, "--format", "json").Output).RootElement.EnumerateArray();
        var cell = rows.Single(row => row.GetProperty("label").GetString() == "a-bank" && row.GetProperty("kind").GetString() == "vsock");
        Assert.Equal(("clearing-desk", "4433", "both"), (cell.GetProperty("other").GetString(), cell.GetProperty("port").GetString(), cell.GetProperty("direction").GetString()));
    }
}
