using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cofferdam.Coffer.Output;

/// <summary>Writes listings as a table for people, or as JSON, YAML or CSV for programs.</summary>
internal static class ListingWriter
{
    /// <summary>The formats.</summary>
    public static readonly string[] Formats = ["table", "json", "yaml", "csv"];

    public static void Write(TextWriter output, Listing listing, string format)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(Json(listing));
                break;
            case "yaml":
                WriteYaml(output, listing);
                break;
            case "csv":
                output.WriteLine(string.Join(',', listing.Columns.Select(Csv)));
                foreach (var row in listing.Rows)
                    output.WriteLine(string.Join(',', row.Select(Csv)));
                break;
            default:
                WriteTable(output, listing);
                break;
        }
    }

    private static void WriteTable(TextWriter output, Listing listing)
    {
        var widths = listing.Columns.Select((column, i) => listing.Rows.Select(row => row[i].Length).Append(column.Length).Max()).ToList();
        string Line(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();
        output.WriteLine(Line([.. listing.Columns.Select(column => column.ToUpperInvariant())]));
        foreach (var row in listing.Rows)
            output.WriteLine(Line(row));
    }

    private static string Json(Listing listing)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var row in listing.Rows)
            {
                writer.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                    writer.WriteString(listing.Columns[i], row[i]);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteYaml(TextWriter output, Listing listing)
    {
        if (listing.Rows.Count == 0)
            output.WriteLine("[]");
        foreach (var row in listing.Rows)
        {
            for (var i = 0; i < row.Count; i++)
                output.WriteLine($"{(i == 0 ? "- " : "  ")}{listing.Columns[i]}: {JsonEncodedText.Encode(row[i], JavaScriptEncoder.UnsafeRelaxedJsonEscaping) switch { var text => $"\"{text}\"" }}");
        }
    }

    /// <summary>RFC 4180, and no cell that a spreadsheet would run as a formula.</summary>
    private static string Csv(string cell)
    {
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
