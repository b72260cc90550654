namespace Cofferdam.PolicyImage;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file, as the officer named it.</param>
/// <param name="Line">Line, from 1.</param>
public readonly record struct SourcePlace(string File, uint Line)
{
    /// <summary>file:line.</summary>
    public override string ToString() => $"{File}:{Line}";
}
