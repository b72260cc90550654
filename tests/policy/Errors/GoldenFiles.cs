using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Tests.Policy.Errors;

/// <summary>The small project files in tests/policy/Golden, each with what must be said of it. A file is named after the code that it is about.</summary>
internal static class GoldenFiles
{
    private const string Folder = "tests/policy/Golden";

    /// <summary>Names without their endings.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Repository.Path(Folder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The project file.</summary>
    public static string Text(string name) => Repository.Read($"{Folder}/{name}.yaml");

    /// <summary>What must be said of it.</summary>
    public static string Expected(string name)
    {
        var file = Repository.Path($"{Folder}/{name}.expected");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    /// <summary>Leaves what was said where it can be looked at, and copied from when it is right.</summary>
    public static string Keep(string name, string said)
    {
        var folder = Directory.CreateDirectory(Repository.Path(".build/golden"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{name}.expected"), said);
        return $"what was said is in .build/golden/{name}.expected; copy it to {Folder} if it is right";
    }
}
