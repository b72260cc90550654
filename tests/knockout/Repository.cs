using System.IO;
using System.Linq;
using System.Reflection;

namespace Cofferdam.Tests.Knockout;

/// <summary>The repository whose sources and pages are read here.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Where something of it is.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name);
}
