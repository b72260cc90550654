using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;
using Cofferdam.Tests.Policy.Errors;
using NJsonSchema;
using Xunit;

namespace Cofferdam.Tests.Policy.Schema;

/// <summary>The JSON Schema against the reader, by a validator that knows nothing of either.</summary>
[Trait("Requirement", "POL-2")]
public sealed class SchemaTests
{
    /// <summary>The reader knows the word network for a kind of channel, to say why there is none; the schema does not.</summary>
    private const string KnownToTheReaderAlone = "CD433-network-channel";

    public static TheoryData<string> Readable => [.. GoldenFiles.Names.Where(name => name != KnownToTheReaderAlone && Read(name, out _) is not null)];

    [Fact]
    public async Task The_example_fits_the_schema() => Assert.Empty(await Errors(Example()));

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_file_whose_shape_is_right_fits_the_schema(string name)
    {
        var node = Read(name, out var diagnostics)!;
        new ShapeChecker(diagnostics).Check(node, ProjectShape.Root, "");
        if (!diagnostics.HasErrors)
            Assert.Empty(await Errors(node));
    }

    [Theory]
    [InlineData("CD404-unknown-keys")]
    [InlineData("CD406-missing-keys")]
    [InlineData("CD407-wrong-types")]
    [InlineData("CD408-bad-values")]
    public async Task A_file_whose_shape_is_wrong_does_not_fit_the_schema(string name) => Assert.NotEmpty(await Errors(Read(name, out _)!));

    [Fact]
    public void Every_key_of_the_schema_says_what_it_means()
    {
        var blank = Described(JsonNode.Parse(SchemaWriter.Project())!, "").Where(pair => string.IsNullOrWhiteSpace(pair.Text)).Select(pair => pair.Path);
        Assert.Empty(blank);
    }

    private static IEnumerable<(string Path, string? Text)> Described(JsonNode schema, string path)
    {
        if (schema["properties"] is not JsonObject properties)
            yield break;
        foreach (var (key, value) in properties)
        {
            yield return ($"{path}.{key}", (string?)value!["description"]);
            foreach (var below in Described(value["additionalProperties"] is JsonObject each ? each : value, $"{path}.{key}"))
                yield return below;
        }
    }

    private static async Task<IReadOnlyList<string>> Errors(YamlNode node)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaWriter.Project(), TestContext.Current.CancellationToken);
        return [.. schema.Validate(Json(node)?.ToJsonString() ?? "null").Select(error => $"{error.Path}: {error.Kind}")];
    }

    private static YamlNode Example() => YamlReader.Read("coffer.yaml", Repository.Read("examples/two-banks/coffer.yaml"), new DiagnosticBag())!;

    private static YamlNode? Read(string name, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        var node = YamlReader.Read($"{name}.yaml", GoldenFiles.Text(name), diagnostics);
        return diagnostics.Items.Any() ? null : node;
    }

    /// <summary>As the core schema of YAML 1.2 (section 10.3) has it.</summary>
    private static JsonNode? Json(YamlNode? node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlScalar { IsNothing: true } => null,
        YamlScalar { IsPlain: true, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        YamlScalar { IsPlain: true } plain when ulong.TryParse(plain.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        YamlScalar { IsPlain: true } plain when decimal.TryParse(plain.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
