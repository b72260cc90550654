using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Coffer.Output;

/// <summary>Writes errors and warnings: code, sentence, place, way out.</summary>
internal static class DiagnosticWriter
{
    public static void Write(TextWriter errors, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            errors.WriteLine($"{(diagnostic.IsError ? "error" : "warning")}[{diagnostic.Code.Text()}]: {diagnostic.Message}");
            errors.WriteLine($"  │ at       {diagnostic.At}");
            if (diagnostic.Help.Length > 0)
                errors.WriteLine($"  │ way out  {diagnostic.Help}");
        }
        var wrong = diagnostics.Count(diagnostic => diagnostic.IsError);
        if (diagnostics.Count > 0)
            errors.WriteLine($"{Count(wrong, "error")}, {Count(diagnostics.Count - wrong, "warning")}");
    }

    public static string Json(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var diagnostic in diagnostics)
                Write(writer, diagnostic);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code.Text());
        writer.WriteString("name", diagnostic.Code.Id());
        writer.WriteString("severity", diagnostic.IsError ? "error" : "warning");
        writer.WriteString("message", diagnostic.Message);
        writer.WriteString("file", diagnostic.At.File);
        writer.WriteNumber("line", diagnostic.At.Line);
        writer.WriteNumber("column", diagnostic.At.Column);
        writer.WriteString("help", diagnostic.Help);
        writer.WriteEndObject();
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
