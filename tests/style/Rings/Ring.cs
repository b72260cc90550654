using System.Collections.Generic;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>One ring of <c>eng/layers.json</c>.</summary>
/// <param name="Name">Its name, which is its folder below src.</param>
/// <param name="Sees">The rings that it may use.</param>
internal sealed record Ring(string Name, IReadOnlyList<string> Sees)
{
    /// <summary>Packages that it may use; null for any.</summary>
    public IReadOnlyList<string>? Packages { get; init; }

    /// <summary>Names of the lists that say what of the framework it may use; null for all.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    /// <summary>Projects that may have unsafe code.</summary>
    public IReadOnlyList<string> Unsafe { get; init; } = [];

    /// <summary>Projects that may import native functions.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Assemblies that may see its internals.</summary>
    public IReadOnlyList<string> Friends { get; init; } = [];
}
