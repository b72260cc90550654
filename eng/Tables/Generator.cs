using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>Everything that is generated.</summary>
public static class Generator
{
    /// <summary>What the tables and projects of a repository give.</summary>
    public static IReadOnlyList<GeneratedFile> Generate(string root) =>
        [
            .. RuleTable.Generate(root), .. OperationTable.Generate(root), .. LayoutTable.Generate(root), .. DiagnosticTable.Generate(root),
            .. SolutionFile.Generate(root),
        ];

    /// <summary>Those whose file is missing or says something else.</summary>
    public static IReadOnlyList<GeneratedFile> Drifted(string root) =>
        [.. Generate(root).Where(file => Current(root, file) != file.Text)];

    /// <summary>Writes those that drifted.</summary>
    public static void Write(string root, IEnumerable<GeneratedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    private static string? Current(string root, GeneratedFile file)
    {
        var path = Path.Combine(root, file.Path);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
