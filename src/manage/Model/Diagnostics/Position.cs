namespace Cofferdam.Model.Diagnostics;

/// <summary>A place in a source file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in characters.</param>
public readonly record struct Position(string File, int Line, int Column)
{
    /// <summary>file:line:column.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
