using System;
using System.IO;
using Cofferdam.Coffer.Output;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Coffer.Commands;

/// <summary>Reads files that the user names.</summary>
internal static class ProjectFile
{
    /// <summary>The file that is meant when none is named.</summary>
    public const string Usual = "coffer.yaml";

    /// <summary>Reads and checks a project; says what is wrong.</summary>
    /// <returns>The checked policy, or null: then the exit code says why.</returns>
    public static CheckedPolicy? Check(Terminal terminal, string path, out int code)
    {
        var diagnostics = new DiagnosticBag();
        var policy = Check(terminal, path, diagnostics, out code);
        if (diagnostics.HasErrors)
            DiagnosticWriter.Write(terminal.Errors, diagnostics.Items);
        return policy;
    }

    /// <summary>Reads and checks a project; what is wrong is left in the bag.</summary>
    public static CheckedPolicy? Check(Terminal terminal, string path, DiagnosticBag diagnostics, out int code)
    {
        code = ExitCode.Failed;
        if (ReadText(terminal, path) is not { } text)
            return null;
        var policy = ProjectChecker.Check(path, text, diagnostics);
        code = policy is null ? ExitCode.PolicyInvalid : ExitCode.Ok;
        return policy;
    }

    /// <summary>Reads a text file of bounded size, or says why it cannot.</summary>
    public static string? ReadText(Terminal terminal, string path) => Read(terminal, path, () => File.ReadAllText(path), Model.ModelLimits.FileLength * 4L);

    /// <summary>Reads a file of bounded size, or says why it cannot.</summary>
    public static byte[]? ReadBytes(Terminal terminal, string path) => Read(terminal, path, () => File.ReadAllBytes(path), PolicyImage.Limits.ImageBytes);

    /// <summary>Writes a file, or says why it cannot.</summary>
    public static bool Write(Terminal terminal, string path, byte[] content)
    {
        try
        {
            File.WriteAllBytes(path, content);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Fail($"{path} cannot be written: {problem.Message}");
            return false;
        }
    }

    private static T? Read<T>(Terminal terminal, string path, Func<T> read, long limit)
        where T : class
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length > limit)
            {
                terminal.Fail($"{path} has {file.Length} bytes; at most {limit} are read");
                return null;
            }
            return read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Fail($"{path} cannot be read: {problem.Message}");
            return null;
        }
    }
}
