using System.Collections.Generic;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>A label as people see it. All its text is safe to show.</summary>
/// <param name="Index">Its place in the pictures.</param>
/// <param name="Label">Its index in the compiled policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mark">A short mark that accompanies its colour.</param>
/// <param name="Color">Its colour, #rrggbb.</param>
/// <param name="Levels">Its levels; empty when they are not worth saying.</param>
/// <param name="IsGuard">True when it has a range of levels.</param>
/// <param name="Types">Names of its types.</param>
internal sealed record Face(
    int Index, int Label, string Name, string Mark, string Color, string Levels, bool IsGuard, IReadOnlyList<string> Types);
