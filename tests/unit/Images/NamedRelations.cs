using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>The relations of docs/SEMANTICS.md section 1 over the names of a policy: sets of strings, and loops.</summary>
/// <param name="content">The policy.</param>
internal sealed class NamedRelations(PolicyContent content)
{
    /// <summary>share(X, Y): they have a type in common.</summary>
    public static bool Share(LabelContent x, LabelContent y) => x.Types.ToHashSet().Overlaps(y.Types);

    /// <summary>flow(X, Y).</summary>
    public bool Flow(LabelContent x, LabelContent y)
    {
        var (source, target) = (x.SecrecyLow, y.SecrecyHigh);
        return target.Level >= source.Level
            && CategoriesOf(target.Categories).IsSupersetOf(CategoriesOf(source.Categories))
            && x.IntegrityHigh >= y.IntegrityLow;
    }

    /// <summary>What the access table must say for a row and a column.</summary>
    public IReadOnlySet<string> Says(LabelContent row, LabelContent column)
    {
        var says = new HashSet<string>();
        if (Share(row, column))
            says.Add("share");
        if (Flow(row, column))
            says.Add("flow out");
        if (Flow(column, row))
            says.Add("flow in");
        foreach (var channel in content.Channels)
        {
            if ((channel.From, channel.To) == (row.Name, column.Name))
                says.UnionWith(Directions(channel, Flows.Out, Flows.In));
            if ((channel.From, channel.To) == (column.Name, row.Name))
                says.UnionWith(Directions(channel, Flows.In, Flows.Out));
        }
        return says;
    }

    /// <summary>What a word of the access table says.</summary>
    public static IReadOnlySet<string> Read(uint word)
    {
        string[] bits =
        [
            "share", "flow out", "flow in", "bit 3", "bit 4", "bit 5", "bit 6", "bit 7",
            "Vsock out", "Vsock in", "Memory out", "Memory in", "Volume out", "Volume in",
        ];
        return Enumerable.Range(0, 32).Where(bit => (word >> bit & 1) == 1).Select(bit => bit < bits.Length ? bits[bit] : $"bit {bit}").ToHashSet();
    }

    /// <summary>True when two types may not be in one label: their positions in some set conflict.</summary>
    public bool Conflict(string type, string other) => content.Conflicts.Any(set =>
        Line(type).FirstOrDefault(set.Members.Contains) is { } p
        && Line(other).FirstOrDefault(set.Members.Contains) is { } q
        && !Line(p).Contains(q)
        && !Line(q).Contains(p));

    private HashSet<string> CategoriesOf(ulong bits) => [.. content.Categories.Where((_, i) => (bits >> i & 1) == 1)];

    private static IEnumerable<string> Directions(ChannelContent channel, Flows outward, Flows inward)
    {
        if (channel.Flows.HasFlag(outward))
            yield return $"{channel.Kind} out";
        if (channel.Flows.HasFlag(inward))
            yield return $"{channel.Kind} in";
    }

    /// <summary>A type and its ancestors.</summary>
    private List<string> Line(string type)
    {
        var line = new List<string>();
        for (var at = type; at is not null; at = content.Types.Single(entry => entry.Name == at).Parent)
            line.Add(at);
        return line;
    }
}
