using System.Collections.Generic;
using System.Linq;

namespace Cofferdam.Model.Diagnostics;

/// <summary>Collects diagnostics, so that all are reported at once, in the order of their places.</summary>
public sealed class DiagnosticBag
{
    /// <summary>How many are kept; a file that is all wrong need not be told so without end.</summary>
    public const int Limit = 1000;

    private readonly List<Diagnostic> _items = [];

    /// <summary>True when there is an error.</summary>
    public bool HasErrors => _items.Exists(item => item.IsError);

    /// <summary>Everything found, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Items =>
        [.. _items.OrderBy(item => item.At.File, System.StringComparer.Ordinal).ThenBy(item => item.At.Line).ThenBy(item => item.At.Column).ThenBy(item => item.Code)];

    /// <summary>Adds one.</summary>
    public void Add(DiagnosticCode code, Position at, string message, string help = "")
    {
        if (_items.Count < Limit)
            _items.Add(new Diagnostic(code, at, message, help));
    }
}
