using System;
using System.IO;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Import;
using Xunit;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>An XML policy of Cases, and what its import must give.</summary>
internal static class Case
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Import", "Cases");

    /// <summary>The text of a file of Cases.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Imports a file of Cases.</summary>
    public static ImportedPolicy? Import(string file, DiagnosticBag diagnostics) => AcmImporter.Import(file, Read(file), diagnostics);

    /// <summary>Fails unless the text is that of a file of Cases; what came instead is then beside the test's program, for a look and to be copied.</summary>
    public static void MatchesGolden(string file, string text)
    {
        var golden = Path.Combine(Folder, file);
        if (File.Exists(golden) && File.ReadAllText(golden) == text)
            return;
        var received = Path.Combine(Folder, $"{file}.received.txt");
        File.WriteAllText(received, text);
        Assert.Fail($"{file} differs; what came is in {Path.GetRelativePath(AppContext.BaseDirectory, received)}:\n{text}");
    }

    /// <summary>Diagnostics as lines.</summary>
    public static string Lines(DiagnosticBag diagnostics) => string.Concat(diagnostics.Items.Select(item =>
        $"{item.At} {(item.IsError ? "error" : "warning")}[{item.Code.Text()}] {item.Message}{(item.Help.Length > 0 ? $" | {item.Help}" : "")}\n"));
}
