using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Project;

/// <summary>A word of the file, with its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="At">Its place.</param>
public readonly record struct Word(string Text, Position At)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
