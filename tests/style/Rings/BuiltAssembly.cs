using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>An assembly that was built from a project below src.</summary>
/// <param name="Ring">Its ring: the folder that its project's folder is in.</param>
/// <param name="Project">The project's file, from the root.</param>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Path">Where the assembly is.</param>
internal sealed record BuiltAssembly(string Ring, string Project, string Name, string Path)
{
    /// <summary>All of them, as the build of these tests found them.</summary>
    public static IReadOnlyList<BuiltAssembly> All { get; } =
        [.. File.ReadAllLines(AppContext.BaseDirectory + "ring-assemblies.tsv").Select(line => Of(line.Split('\t')))];

    /// <summary>The ring of each.</summary>
    public static IReadOnlyDictionary<string, string> Rings { get; } =
        All.ToDictionary(assembly => assembly.Name, assembly => assembly.Ring);

    /// <summary>What its metadata says.</summary>
    public AssemblyFacts ReadFacts()
    {
        using var file = File.OpenRead(Path);
        return FactReader.Read(file);
    }

    private static BuiltAssembly Of(string[] cells)
    {
        var project = System.IO.Path.GetRelativePath(Repository.Root, cells[0]).Replace('\\', '/');
        return new BuiltAssembly(project.Split('/')[1], project, System.IO.Path.GetFileNameWithoutExtension(cells[1]), cells[1]);
    }
}
