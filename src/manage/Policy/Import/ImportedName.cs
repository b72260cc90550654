namespace Cofferdam.Policy.Import;

/// <summary>What became of a name.</summary>
/// <param name="Kind">What it named.</param>
/// <param name="Original">The name in the Xen policy.</param>
/// <param name="Name">The name in the project file.</param>
public sealed record ImportedName(ImportedKind Kind, string Original, string Name);
