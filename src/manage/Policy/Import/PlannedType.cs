namespace Cofferdam.Policy.Import;

/// <summary>A workload of the project file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
internal sealed record PlannedType(string Name, string Comment);
