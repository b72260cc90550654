using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>A label of the project file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
/// <param name="Types">Its types.</param>
internal sealed record PlannedLabel(string Name, string Comment, IReadOnlyList<string> Types);
