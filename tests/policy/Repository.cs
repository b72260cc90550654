using System.IO;
using System.Linq;
using System.Reflection;

namespace Cofferdam.Tests.Policy;

/// <summary>The repository that these tests look at.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A path of it.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>The text of a file of it.</summary>
    public static string Read(string relative) => File.ReadAllText(Path(relative));
}
