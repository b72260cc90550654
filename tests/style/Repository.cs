using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Cofferdam.Tests.Style;

/// <summary>The repository that these tests look at.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs = [".git", ".build", "bin", "obj", "node_modules", "StrykerOutput", "TestResults"];

    /// <summary>Its root folder, with a slash at the end.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Every file that people write, from the root, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new DirectoryInfo(Root)).Order(System.StringComparer.Ordinal)];

    /// <summary>Those of <see cref="Files"/> below <paramref name="folder"/> whose name ends with <paramref name="ending"/>.</summary>
    public static IEnumerable<string> FilesIn(string folder, string ending) =>
        Files.Where(file => file.StartsWith(folder) && file.EndsWith(ending));

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Root + file);

    /// <summary>The lines of a file.</summary>
    public static IReadOnlyList<string> ReadLines(string file) => File.ReadAllLines(Root + file);

    /// <summary>True when a file or folder of that name exists.</summary>
    public static bool Has(string path) => File.Exists(Root + path) || Directory.Exists(Root + path);

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Select(file => Path.GetRelativePath(Root, file.FullName))
        .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));
}
