using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Yaml;

/// <summary>
/// Finds flow collections that nest too deep before the YAML library sees them: its scanner takes time that grows with the square of the
/// depth. Brackets inside quotes or comments count too, which can only refuse text that has dozens of unclosed ones.
/// </summary>
internal static class BracketDepth
{
    /// <summary>Depth at which a text is refused: far above what a project file needs, far below what costs time.</summary>
    private const int Limit = 4 * ModelLimits.Depth;

    public static Position? FirstTooDeep(string text)
    {
        var (depth, line, column) = (0, 1, 0);
        foreach (var character in text)
        {
            column++;
            if (character == '\n')
                (line, column) = (line + 1, 0);
            else if (character is '[' or '{')
                depth++;
            else if (character is ']' or '}' && depth > 0)
                depth--;
            if (depth > Limit)
                return new Position("", line, column);
        }
        return null;
    }
}
