using System.Collections.Generic;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>Labels that may do exactly the same with every other label, drawn as one.</summary>
/// <param name="First">The one that is drawn.</param>
/// <param name="Members">All of them.</param>
internal sealed record FaceGroup(Face First, IReadOnlyList<Face> Members)
{
    /// <summary>How many are not drawn.</summary>
    public int More => Members.Count - 1;

    /// <summary>"+12 like this", or nothing.</summary>
    public string MoreText => More == 0 ? "" : $"+{More} like this";
}
