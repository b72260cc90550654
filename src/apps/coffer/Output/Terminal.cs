using System.IO;

namespace Cofferdam.Coffer.Output;

/// <summary>Where a command writes: results to output, everything else to errors.</summary>
/// <param name="Output">Results.</param>
/// <param name="Errors">Messages.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Errors)
{
    /// <summary>Says why a command failed, and gives its exit code.</summary>
    public int Fail(string message, int code = ExitCode.Failed)
    {
        Errors.WriteLine($"error: {message}");
        return code;
    }
}
