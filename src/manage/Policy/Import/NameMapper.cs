using System.Linq;
using System.Text;
using Cofferdam.Model;

namespace Cofferdam.Policy.Import;

/// <summary>Makes a name of the Xen policy one that a project file allows: small letters, digits, '-' and '.', at most 64 of them.</summary>
internal static class NameMapper
{
    /// <summary>
    /// The allowed name nearest to a text: words that begin with a capital are parted, and what is not allowed becomes '-'. Empty when nothing is left.
    /// </summary>
    public static string Map(string text) => Cut(string.Join('.', text.Split('.').Select(MapPart).Where(part => part.Length > 0)), ModelLimits.NameLength);

    /// <summary>The same without dots: by a dot a workload inherits, which nothing of a Xen policy does.</summary>
    public static string MapFlat(string text) => Map(text).Replace('.', '-');

    /// <summary>The name cut to a length, without a '-' or '.' at its end.</summary>
    public static string Cut(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd('-', '.');

    private static string MapPart(string part)
    {
        var mapped = new StringBuilder();
        var previous = '\0';
        foreach (var character in part)
        {
            if (char.IsAsciiLetterUpper(character) && (char.IsAsciiLetterLower(previous) || char.IsAsciiDigit(previous)))
                mapped.Append('-');
            if (char.IsAsciiLetterOrDigit(character))
                mapped.Append(char.ToLowerInvariant(character));
            else if (mapped.Length > 0 && mapped[^1] != '-')
                mapped.Append('-');
            previous = character;
        }
        return mapped.ToString().Trim('-');
    }
}
