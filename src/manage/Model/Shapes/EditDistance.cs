using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Model.Shapes;

/// <summary>Tells near misses of a word, for "did you mean".</summary>
public static class EditDistance
{
    private const int LongestCompared = 64;
    private const int MostChanges = 2;

    /// <summary>The word that was most likely meant: one letter of at least two, or two of at least five, are changed, added or left out; or null.</summary>
    public static string? Nearest(IEnumerable<string> words, string written)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(written);
        if (written.Length is 0 or > LongestCompared)
            return null;
        var (nearest, least) = ((string?)null, MostChanges + 1);
        foreach (var word in words.Where(word => Math.Abs(word.Length - written.Length) <= MostChanges))
        {
            var distance = Between(word, written);
            if (distance < least && 3 * distance <= word.Length + 1)
                (nearest, least) = (word, distance);
        }
        return nearest;
    }

    private static int Between(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
