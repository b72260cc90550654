using System.IO;
using System.Linq;
using System.Reflection;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>The project files of examples/.</summary>
public static class ExampleProject
{
    /// <summary>Two banks that compete.</summary>
    public static string TwoBanks => Read("examples/two-banks/coffer.yaml");

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Root => typeof(ExampleProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
