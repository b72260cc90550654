using System.Collections.Generic;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>A label, or several that are alike, as a box of the map.</summary>
/// <param name="Group">The labels.</param>
/// <param name="Details">Lines under the name.</param>
internal sealed record GraphNode(FaceGroup Group, IReadOnlyList<string> Details);
