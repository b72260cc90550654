using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cofferdam.Model.Shapes;

/// <summary>
/// Writes a shape as a JSON Schema (draft 2020-12), for editors. What the reader takes fits the schema; the reader then also looks at
/// what no schema can say. The reader takes scalars as text, a YAML library as numbers where they look so: the schema allows for both.
/// </summary>
public static class SchemaWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of coffer.yaml, ending in a line feed.</summary>
    public static string Project() => Write("urn:cofferdam:project-file:1", "coffer.yaml", ProjectShape.Root);

    private static string Write(string id, string title, Shape root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", id);
            json.WriteString("title", title);
            WriteBody(json, root);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteShape(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject();
        WriteBody(json, shape);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, Shape shape)
    {
        json.WriteString("description", shape.Doc);
        switch (shape)
        {
            case TextShape text:
                WriteTypes(json, "string", "number", "boolean");
                json.WriteNumber("maxLength", text.Most);
                break;
            case PatternShape pattern:
                WriteTypes(json, "string", "number");
                json.WriteString("pattern", $"^({pattern.Pattern})$");
                if (pattern.IsName)
                    json.WriteNumber("maxLength", ModelLimits.NameLength);
                break;
            case WordShape words:
                WriteWords(json, words);
                break;
            case NumberShape number:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", number.Least);
                json.WriteNumber("maximum", number.Most);
                break;
            case FlagShape:
                json.WriteString("type", "boolean");
                break;
            case ListShape list:
                WriteList(json, list);
                break;
            case MapShape map:
                WriteMap(json, map);
                break;
            case RecordShape record:
                WriteRecord(json, record);
                break;
            case ChoiceShape choice:
                WriteArray(json, "anyOf", choice.Options);
                break;
        }
    }

    private static void WriteTypes(Utf8JsonWriter json, params string[] types)
    {
        json.WriteStartArray("type");
        foreach (var type in types)
            json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, WordShape words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words.Words)
        {
            json.WriteStringValue(word);
            if (decimal.TryParse(word, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number))
                json.WriteNumberValue(number);
        }
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, ListShape list)
    {
        json.WriteString("type", "array");
        if (list.Least > 0)
            json.WriteNumber("minItems", list.Least);
        if (list.IsSet)
            json.WriteBoolean("uniqueItems", true);
        json.WritePropertyName("items");
        WriteShape(json, list.Item);
    }

    private static void WriteMap(Utf8JsonWriter json, MapShape map)
    {
        json.WriteString("type", "object");
        json.WritePropertyName("propertyNames");
        WriteShape(json, map.Key);
        json.WritePropertyName("additionalProperties");
        WriteShape(json, map.Value);
    }

    private static void WriteRecord(Utf8JsonWriter json, RecordShape record)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in record.Fields)
        {
            json.WritePropertyName(field.Name);
            WriteShape(json, field.Shape);
        }
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        WriteRequired(json, record.Fields.Where(field => field.IsRequired).Select(field => field.Name));
        if (record.OneOf.Count == 0)
            return;
        json.WriteStartArray("oneOf");
        foreach (var key in record.OneOf)
        {
            json.WriteStartObject();
            WriteRequired(json, [key]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRequired(Utf8JsonWriter json, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length == 0)
            return;
        json.WriteStartArray("required");
        foreach (var name in all)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<Shape> shapes)
    {
        json.WriteStartArray(name);
        foreach (var shape in shapes)
            WriteShape(json, shape);
        json.WriteEndArray();
    }
}
