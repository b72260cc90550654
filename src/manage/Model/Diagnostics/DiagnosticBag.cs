using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Diagnostics;

/// <summary>Collects diagnostics, so that all are reported at once, in the order of their places.</summary>
public sealed class DiagnosticBag
{
    /// <summary>How many errors, and how many warnings, are kept; a file that is all wrong need not be told so without end.</summary>
    public const int Limit = 1000;

    private const int LongestSentence = 600;

    private readonly List<Diagnostic> _items = [];
    private readonly HashSet<Position> _errorPlaces = [];
    private int _errors;
    private int _warnings;

    /// <summary>True when there is an error, kept or not.</summary>
    public bool HasErrors => _errors > 0;

    /// <summary>True when no further error is kept: looking for more helps nobody.</summary>
    public bool IsFull => _errors >= Limit;

    /// <summary>Errors and warnings that were found and not kept.</summary>
    public int Omitted => _errors + _warnings - _items.Count;

    /// <summary>Everything found, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Items =>
    [
        .. _items.OrderBy(item => item.At.File, System.StringComparer.Ordinal)
            .ThenBy(item => item.At.Line)
            .ThenBy(item => item.At.Column)
            .ThenBy(item => item.Code),
    ];

    /// <summary>Adds one. Names of the file may stand in its sentences as they are: what cannot be shown is escaped here.</summary>
    public void Add(DiagnosticCode code, Position at, string message, string help = "")
    {
        if ((code.IsError() ? ++_errors : ++_warnings) > Limit)
            return;
        _items.Add(new Diagnostic(code, at, Printable.Cut(message, LongestSentence), Printable.Cut(help, LongestSentence)));
        if (code.IsError())
            _errorPlaces.Add(at);
    }

    /// <summary>True when there is an error at this very place: what follows from it need not be said.</summary>
    public bool HasErrorAt(Position at) => _errorPlaces.Contains(at);
}
