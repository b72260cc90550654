using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>Counts lines without blanks and comments, by the same rule as <c>eng/lines</c>.</summary>
internal static class LineCounter
{
    /// <summary>Lines of all C# files below a folder; generated files apart.</summary>
    public static (int Written, int Generated) CountFolder(string folder)
    {
        var files = Repository.FilesIn(folder, ".cs").ToLookup(file => file.EndsWith(".g.cs"));
        return (files[false].Sum(file => Count(Repository.ReadLines(file))), files[true].Sum(file => Count(Repository.ReadLines(file))));
    }

    /// <summary>A line counts if anything is left of it without blanks, // comments and /* */ comments that begin it.</summary>
    public static int Count(IReadOnlyList<string> lines)
    {
        var count = 0;
        var inside = false;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            var begins = !inside && line.StartsWith("/*");
            if (inside || begins)
                inside = !line.Contains("*/");
            else if (line.Length > 0 && !line.StartsWith("//"))
                count++;
        }
        return count;
    }
}
