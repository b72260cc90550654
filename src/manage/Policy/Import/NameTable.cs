using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Model;

namespace Cofferdam.Policy.Import;

/// <summary>Gives out names, each once. The same policy always gets the same names: who asks first has the plain one.</summary>
internal sealed class NameTable
{
    /// <summary>Characters of a name that others are to stand under: leaves room for them.</summary>
    private const int HeadLength = 40;

    /// <summary>Characters that a number behind a name may take.</summary>
    private const int NumberLength = 8;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>A name without dots for a text of the Xen policy; where the plain one is taken, with the suffix, then with a number.</summary>
    public string Take(string text, string suffix) => Take("", Or(NameMapper.MapFlat(text), suffix), $"-{suffix}", ModelLimits.NameLength);

    /// <summary>The same, but short enough that names can stand under it.</summary>
    public string TakeHead(string text, string suffix) => Take("", Or(NameMapper.MapFlat(text), suffix), $"-{suffix}", HeadLength);

    /// <summary>A name under a head, from which it inherits.</summary>
    public string TakeUnder(string head, string name) => Take($"{head}.", name, "", ModelLimits.NameLength - head.Length - 1);

    /// <summary>A name for a text of the Xen policy, dots and all; where the plain one is taken, with a number.</summary>
    public string TakeDotted(string text, string otherwise) => Take("", Or(NameMapper.Map(text), otherwise), "", ModelLimits.NameLength);

    private static string Or(string name, string otherwise) => name.Length > 0 ? name : otherwise;

    private string Take(string head, string plain, string ending, int length) =>
        Candidates(plain, ending, length).Select(name => head + name).First(_taken.Add);

    private IEnumerable<string> Candidates(string plain, string ending, int length)
    {
        yield return NameMapper.Cut(plain, length);
        if (ending.Length > 0 && ending[1..] != plain)
            yield return Fit(plain, ending, length);
        // The counter goes on where the last one of this stem stopped, so that many names that are cut alike cost no more than different ones.
        var stem = NameMapper.Cut(plain, length - NumberLength);
        for (var number = _numbers.GetValueOrDefault(stem, 2); number < int.MaxValue; number++)
        {
            _numbers[stem] = number + 1;
            yield return string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }
    }

    private static string Fit(string plain, string end, int length) => NameMapper.Cut(plain, length - end.Length) + end;
}
