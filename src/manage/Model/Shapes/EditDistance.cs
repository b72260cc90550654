using System;

namespace Cofferdam.Model.Shapes;

/// <summary>Tells near misses of a word, for "did you mean".</summary>
public static class EditDistance
{
    private const int LongestCompared = 64;

    /// <summary>True when at most two letters, and less than half of them, must be changed, added or left out.</summary>
    public static bool IsNear(string word, string written)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(written);
        return written.Length is > 0 and <= LongestCompared && Between(word, written) is var distance && distance <= 2 && 2 * distance < word.Length;
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
