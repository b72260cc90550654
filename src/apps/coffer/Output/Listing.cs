using System;
using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Coffer.Output;

/// <summary>Rows of named columns, as every list of this tool is. Names of columns are stable; they are the keys in JSON and YAML.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows, as long as the columns.</param>
internal sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The columns that are asked for, in the order asked; all when none are.</summary>
    /// <exception cref="ArgumentException">A column does not exist; the message names those that do.</exception>
    public Listing Select(IReadOnlyList<string> columns)
    {
        if (columns.Count == 0)
            return this;
        var places = columns.Select(PlaceOf).ToList();
        return new Listing(columns, [.. Rows.Select(row => (IReadOnlyList<string>)[.. places.Select(place => row[place])])]);
    }

    private int PlaceOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }
        throw new ArgumentException($"there is no column '{column}'; the columns are {string.Join(", ", Columns)}");
    }
}
