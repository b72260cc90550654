namespace Cofferdam.Model.Diagnostics;

/// <summary>Something wrong, or to be warned of, in a source file.</summary>
/// <param name="Code">Which.</param>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong, in one sentence, naming the thing.</param>
/// <param name="Help">The way out; empty when the message says it.</param>
public sealed record Diagnostic(DiagnosticCode Code, Position At, string Message, string Help = "")
{
    /// <summary>True for an error, false for a warning.</summary>
    public bool IsError => Code.IsError();
}
