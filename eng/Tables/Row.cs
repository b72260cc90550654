using System.Collections.Generic;
using System.Globalization;

namespace Cofferdam.Eng.Tables;

/// <summary>One row of a table.</summary>
public sealed class Row
{
    private readonly string _file;
    private readonly int _line;
    private readonly IReadOnlyDictionary<string, string> _cells;

    internal Row(string file, int line, IReadOnlyDictionary<string, string> cells)
    {
        _file = file;
        _line = line;
        _cells = cells;
    }

    /// <summary>The cell of a column; an empty cell is an error.</summary>
    public string this[string column] => Optional(column) is { Length: > 0 } text ? text : throw Wrong($"column '{column}' is empty");

    /// <summary>The cell of a column, which may be empty.</summary>
    public string Optional(string column) => _cells[column];

    /// <summary>The cell of a column as a number that fits a byte.</summary>
    public int Byte(string column) =>
        byte.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Wrong($"column '{column}' must be a number from 0 to 255");

    /// <summary>The cell of a column, which must be one of <paramref name="words"/>.</summary>
    public string OneOf(string column, params string[] words) =>
        System.Array.IndexOf(words, this[column]) >= 0
            ? this[column]
            : throw Wrong($"column '{column}' must be one of: {string.Join(", ", words)}");

    /// <summary>An error about this row.</summary>
    public TableException Wrong(string what) => new($"{_file}:{_line}: {what}");
}
