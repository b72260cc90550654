using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>The solution: every project of the repository, in the folders that they are in.</summary>
public static class SolutionFile
{
    private static readonly string[] Folders = ["benches", "eng", "src", "tests"];

    /// <summary>Finds the projects.</summary>
    public static IEnumerable<GeneratedFile> Generate(string root)
    {
        var projects = Folders.Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetRelativePath(root, project).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        return [new("Cofferdam.slnx", Text(projects))];
    }

    private static string Text(IEnumerable<string> projects)
    {
        var text = new TextFile().Line("<Solution>");
        foreach (var folder in projects.GroupBy(FolderOf))
        {
            text.Line($"  <Folder Name=\"/{folder.Key}/\">");
            foreach (var project in folder)
                text.Line($"    <Project Path=\"{project}\" />");
            text.Line("  </Folder>");
        }
        return text.Line("</Solution>").ToString();
    }

    // src/tcb/Monitor/Monitor.csproj is shown in src/tcb; benches/bench.csproj in benches.
    private static string FolderOf(string project) => project.Split('/') is [.. var parents, _, _] && parents.Length > 0
        ? string.Join('/', parents)
        : project.Split('/')[0];
}
