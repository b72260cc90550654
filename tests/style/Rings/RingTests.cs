using System;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>The built assemblies keep to <c>eng/layers.json</c>.</summary>
public sealed class RingTests
{
    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void Built_assemblies_do_only_what_their_ring_lets_them_do()
    {
        var checker = new RingChecker(Layers.Current, BuiltAssembly.Rings);
        Report.Empty(BuiltAssembly.All.SelectMany(assembly => checker.Check(assembly.ReadFacts(), assembly.Ring)));
    }

    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void What_the_monitor_uses_is_seen()
    {
        var monitor = BuiltAssembly.All.Single(assembly => assembly.Name == "Cofferdam.Monitor").ReadFacts();
        Assert.Contains("Cofferdam.PolicyImage", monitor.References);
        Assert.Contains(monitor.Uses, use => use.Kind == UseKind.Code && use.Where.StartsWith("Cofferdam.Monitor."));
    }

    [Fact]
    public void Every_project_below_src_was_built_and_is_in_a_ring()
    {
        var projects = Repository.FilesIn("src/", ".csproj");
        Assert.Equal(projects, BuiltAssembly.All.Select(assembly => assembly.Project).Order(StringComparer.Ordinal));
        Assert.All(BuiltAssembly.All, assembly => Assert.Contains(Layers.Current.Rings, ring => ring.Name == assembly.Ring));
    }

    [Fact]
    public void Assemblies_are_named_after_their_folders() => Report.Empty(
        from assembly in BuiltAssembly.All
        let folder = assembly.Project.Split('/')[2]
        where assembly.Project != $"src/{assembly.Ring}/{folder}/{folder}.csproj" || assembly.Name != (assembly.Ring == "apps" ? folder : $"Cofferdam.{folder}")
        select $"{assembly.Project} builds {assembly.Name}");

    // The compiler leaves out references that no code uses; a project must not have them either.
    [Fact]
    public void Project_references_keep_to_the_direction_of_the_rings() => Report.Empty(
        from assembly in BuiltAssembly.All
        from reference in XDocument.Parse(Repository.Read(assembly.Project)).Descendants("ProjectReference")
        let target = reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')
        let ring = target[..^2] is [.., "..", "..", var named] ? named : assembly.Ring
        where !Layers.Current.Ring(assembly.Ring).Sees.Contains(ring)
        select $"{assembly.Project} refers to {string.Join('/', target)}, but ring {assembly.Ring} does not see {ring}");
}
