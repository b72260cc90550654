using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Bench.Harness;

/// <summary>A table as text: the first column to the left, the others to the right.</summary>
/// <param name="head">Headings.</param>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> _rows = [head];

    /// <summary>Adds a row, with as many cells as there are headings.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints it.</summary>
    public void Print(TextWriter output)
    {
        var widths = head.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            output.WriteLine($"  {string.Join("  ", cells)}");
        }
    }
}
