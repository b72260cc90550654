using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>A conflict set of the project file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What stands behind it; empty for nothing.</param>
/// <param name="Members">Its members.</param>
internal sealed record PlannedConflict(string Name, string Comment, IReadOnlyList<string> Members);
