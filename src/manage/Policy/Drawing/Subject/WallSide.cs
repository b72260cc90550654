using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>One side of a wall: the labels that take one place in a conflict set.</summary>
/// <param name="Type">The member of the set.</param>
/// <param name="Faces">The labels of that type, or of types that inherit its place.</param>
internal sealed record WallSide(string Type, IReadOnlyList<Face> Faces)
{
    private const int Listed = 8;

    /// <summary>Names of the labels, the first of them where they are many.</summary>
    public string Text => Faces.Count == 0
        ? $"{Type} (no label)"
        : string.Join(", ", Faces.Take(Listed).Select(face => face.Name)) + (Faces.Count > Listed ? $" and {Faces.Count - Listed} more" : "");
}
