using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cofferdam.Policy.Explaining;

namespace Cofferdam.Coffer.Output;

/// <summary>An explanation for programs.</summary>
internal static class ExplanationJson
{
    public static string Of(Explanation explanation)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, explanation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("verdict", explanation.Allowed ? "allowed" : "denied");
        writer.WriteString("code", explanation.Code);
        writer.WriteString("statement", explanation.Statement);
        writer.WriteString("because", explanation.Because);
        writer.WriteString("rule", explanation.Rule);
        writer.WriteString("source", explanation.Source);
        writer.WriteString("policy", explanation.Policy);
        writer.WriteString("why", explanation.Why);
        writer.WriteStartArray("waysOut");
        foreach (var way in explanation.WaysOut)
            writer.WriteStringValue(way);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
