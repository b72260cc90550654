using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>A line of a file.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record Line(string File, int Number, string Text)
{
    /// <summary>The lines of a file.</summary>
    public static IEnumerable<Line> Of(string file) => Repository.ReadLines(file).Select((text, index) => new Line(file, index + 1, text));

    /// <summary>The place, for people.</summary>
    public override string ToString() => $"{File}:{Number}";
}
