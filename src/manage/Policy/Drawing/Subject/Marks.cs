using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>Gives marks to labels whose policy gives none: first letters, and a number where that is taken.</summary>
internal sealed class Marks
{
    private const int Letters = 4;

    private readonly HashSet<string> _taken;

    public Marks(IEnumerable<string> taken) => _taken = taken.ToHashSet(StringComparer.Ordinal);

    /// <summary>A mark that no other label has.</summary>
    public string For(string name)
    {
        var initials = Initials(name);
        var mark = initials;
        for (var next = 2; !_taken.Add(mark); next++)
            mark = initials[..1] + next.ToString(CultureInfo.InvariantCulture);
        return mark;
    }

    /// <summary>First letters of the parts of a name; numbers whole.</summary>
    private static string Initials(string name)
    {
        var parts = name.Split('.', '-').Where(part => part.Length > 0);
        var initials = string.Concat(parts.Select(part => part.All(char.IsAsciiDigit) ? part : part[..1].ToUpperInvariant()));
        return initials.Length == 0 ? "?" : initials[..Math.Min(initials.Length, Letters)];
    }
}
