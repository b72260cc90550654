using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Cofferdam.Tests.Style.Packages;

/// <summary>Versions are exact and in one place, unsafe code is opted into in few places, the solution has every project.</summary>
public sealed partial class PackageTests
{
    private const string Central = "Directory.Packages.props";
    private const string Solution = "Cofferdam.slnx";

    private static readonly string[] UnsafeProjects = ["src/host/Native/Native.csproj", "src/host/IoHost/IoHost.csproj"];

    private static IEnumerable<string> ProjectFiles =>
        Repository.FilesIn("", ".csproj").Concat(Repository.FilesIn("", ".props")).Concat(Repository.FilesIn("", ".targets"));

    [Fact]
    public void Versions_are_exact() => Report.Empty(
        from package in Elements(Central, "PackageVersion")
        let version = package.Attribute("Version")?.Value ?? ""
        where !ExactVersion().IsMatch(version)
        select $"{Central}: {package.Attribute("Include")?.Value} has version '{version}'");

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("1.2.3-preview.4", true)]
    [InlineData("1.2.*", false)]
    [InlineData("*", false)]
    [InlineData("[1.0,2.0)", false)]
    [InlineData("", false)]
    public void A_floating_version_is_caught(string version, bool exact) => Assert.Equal(exact, ExactVersion().IsMatch(version));

    [Fact]
    public void Versions_are_in_one_place() => Report.Empty(
        from file in ProjectFiles
        where file != Central
        from element in Elements(file, "PackageReference").Concat(Elements(file, "PackageVersion"))
        where element.Attribute("Version") is not null || element.Attribute("VersionOverride") is not null || element.HasElements
        select $"{file}: {element}");

    [Fact]
    public void Every_listed_package_is_used_and_every_used_package_is_listed() => Assert.Equal(
        Elements(Central, "PackageVersion").Select(Include).Order(StringComparer.Ordinal),
        ProjectFiles.SelectMany(file => Elements(file, "PackageReference")).Select(Include).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void The_monitor_refers_to_no_package_but_analyzers() => Report.Empty(
        from file in ProjectFiles
        where file.StartsWith("src/tcb/") || !file.Contains('/')
        from package in Elements(file, "PackageReference")
        where package.Attribute("PrivateAssets")?.Value != "all"
        select $"{file}: {Include(package)}");

    [Fact]
    public void Only_the_projects_that_may_have_unsafe_code_opt_into_it() => Report.Empty(
        from file in ProjectFiles
        from element in Elements(file, "AllowUnsafeBlocks")
        where element.Value != "false" && !UnsafeProjects.Contains(file)
        select file);

    [Fact]
    public void The_solution_has_every_project() => Assert.Equal(
        Repository.FilesIn("", ".csproj"),
        Elements(Solution, "Project").Select(project => project.Attribute("Path")!.Value).Order(StringComparer.Ordinal));

    private static IEnumerable<XElement> Elements(string file, string name) => XDocument.Parse(Repository.Read(file)).Descendants(name);

    private static string Include(XElement element) => element.Attribute("Include")!.Value;

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$")]
    private static partial Regex ExactVersion();
}
