using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Project;

/// <summary>A word of the file, with its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="At">Its place.</param>
/// <param name="Lead">Characters between its place and its text, where the file has the text as it is, in one line; else -1.</param>
public readonly record struct Word(string Text, Position At, int Lead = -1)
{
    /// <summary>The place of a character of the text; the word's own where the file writes the text otherwise.</summary>
    public Position Within(int offset) => Lead < 0 ? At : At with { Column = At.Column + Lead + offset };

    /// <inheritdoc/>
    public override string ToString() => Text;
}
