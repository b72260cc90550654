using System.Collections.Generic;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>A conflict set and the boxes that it keeps apart.</summary>
/// <param name="Set">The set.</param>
/// <param name="Members">The nodes.</param>
internal sealed record GraphWall(WallSet Set, IReadOnlyList<int> Members);
