using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Policy.Import;

/// <summary>Collects what is wrong with a Xen policy, and what an import says of it.</summary>
internal sealed class AcmReport
{
    /// <summary>Notes that are kept: more than a policy within the limits gives rise to.</summary>
    private const int MostNotes = 20_000;

    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _notes = [];
    private readonly HashSet<Position> _errorPlaces = [];

    /// <summary>True when the policy cannot be imported.</summary>
    public bool HasErrors => _errors.Count > 0;

    /// <summary>What was changed or left out, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> Notes => [.. _notes.OrderBy(note => note.At.Line).ThenBy(note => note.At.Column)];

    /// <summary>Adds an error; without a way out of its own it gets that of its code.</summary>
    public void Error(DiagnosticCode code, Position at, string message, string help = "")
    {
        _errorPlaces.Add(at);
        _errors.Add(new Diagnostic(code, at, message, help.Length > 0 ? help : code.Help()));
    }

    /// <summary>True when there is an error at this very place: what follows from it need not be said.</summary>
    public bool HasErrorAt(Position at) => _errorPlaces.Contains(at);

    /// <summary>Adds a note: something was changed or left out.</summary>
    public void Note(Position at, string message, string help = "")
    {
        if (_notes.Count < MostNotes)
            _notes.Add(new Diagnostic(DiagnosticCode.AcmNote, at, message, help));
        else if (_notes.Count == MostNotes)
            _notes.Add(new Diagnostic(DiagnosticCode.AcmNote, at, $"there are more than {MostNotes} notes; from here on they are left out"));
    }

    /// <summary>Hands everything over, errors first: they must not be crowded out.</summary>
    public void HandTo(DiagnosticBag diagnostics)
    {
        foreach (var found in _errors.Concat(Notes))
            diagnostics.Add(found.Code, found.At, found.Message, found.Help);
    }
}
