using System.Collections.Generic;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>A label of a drafted Xen policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">Numbers of its types.</param>
/// <param name="WallTypes">Numbers of its wall types.</param>
internal sealed record DraftLabel(string Name, IReadOnlyList<int> Types, IReadOnlyList<int> WallTypes);
