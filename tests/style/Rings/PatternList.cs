using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>Patterns for members: <c>Type</c>, <c>Type::Member</c> or <c>Type::Member(Types)</c>, where * stands for any text.</summary>
internal sealed class PatternList
{
    private readonly Regex _pattern;

    /// <summary>Takes patterns as <c>eng/layers.json</c> writes them.</summary>
    public PatternList(IEnumerable<string> patterns) => _pattern = new Regex($"^(?:{string.Join('|', patterns.Select(Translate))})$");

    /// <summary>True when some pattern fits <paramref name="member"/>, written <c>Type::Member(Types)</c>.</summary>
    public bool Fits(string member) => _pattern.IsMatch(member);

    private static string Translate(string pattern)
    {
        var text = Regex.Escape(pattern).Replace("\\*", ".*");
        if (!pattern.Contains("::"))
            return text + "(?:`\\d+)?::.*";
        return pattern.Contains('(') ? text : text + "(?:\\(.*\\))?";
    }
}
