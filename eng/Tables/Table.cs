using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Eng.Tables;

/// <summary>
/// A table of tab-separated values: the first line names the columns; empty lines and lines that start with # do not count.
/// </summary>
public sealed class Table
{
    private Table(string file, IReadOnlyList<Row> rows)
    {
        File = file;
        Rows = rows;
    }

    /// <summary>The file, from the repository's root.</summary>
    public string File { get; }

    /// <summary>Its rows in their order.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Reads a table that must have exactly these columns.</summary>
    public static Table Read(string root, string file, params string[] columns) =>
        Parse(file, System.IO.File.ReadAllLines(Path.Combine(root, file)), columns);

    /// <summary>Reads a table from lines.</summary>
    public static Table Parse(string file, IReadOnlyList<string> lines, params string[] columns)
    {
        if (lines.Count == 0 || !lines[0].Split('\t').SequenceEqual(columns))
            throw new TableException($"{file}:1: the columns must be: {string.Join(", ", columns)}");
        var rows = new List<Row>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Trim().Length > 0 && !lines[i].StartsWith('#'))
                rows.Add(ReadRow(file, i + 1, lines[i], columns));
        }
        return new Table(file, rows);
    }

    /// <summary>Fails unless the column's values differ from each other.</summary>
    public void RequireUnique(string column)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows)
        {
            if (!seen.Add(row[column]))
                throw row.Wrong($"'{row[column]}' stands twice in column '{column}'");
        }
    }

    /// <summary>Fails unless the column counts up from <paramref name="first"/> without gaps: no number may change its meaning.</summary>
    public void RequireCounting(string column, int first)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Byte(column) != first + i)
                throw Rows[i].Wrong($"column '{column}' must count up without gaps: {first + i} is expected here");
        }
    }

    // Cells at the end may be missing: editors like to remove trailing blanks.
    private static Row ReadRow(string file, int line, string text, string[] columns)
    {
        var cells = text.Split('\t');
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            named[columns[i]] = i < cells.Length ? cells[i].Trim() : "";
        var row = new Row(file, line, named);
        return cells.Length <= columns.Length ? row : throw row.Wrong($"has {cells.Length} columns, not {columns.Length}");
    }
}
