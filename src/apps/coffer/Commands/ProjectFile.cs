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
    public static string? ReadText(Terminal terminal, string path)
    {
        if (Read(terminal, path, Model.ModelLimits.FileLength * 4) is not { } bytes)
            return null;
        if (!bytes.AsSpan().StartsWith("COFFERPI"u8))
            return new StreamReader(new MemoryStream(bytes)).ReadToEnd();
        terminal.Fail($"{path} is a compiled policy, no project file: coffer policy verify reads it");
        return null;
    }

    /// <summary>Reads a file of bounded size, or says why it cannot.</summary>
    public static byte[]? ReadBytes(Terminal terminal, string path) => Read(terminal, path, PolicyImage.Limits.ImageBytes);

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

    /// <summary>Never more than the limit, whatever length the file says that it has: pipes and devices say nothing.</summary>
    private static byte[]? Read(Terminal terminal, string path, int limit)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (file.Read(buffer) is > 0 and var length)
            {
                if (content.Length + length > limit)
                {
                    terminal.Fail($"{path} is too large: at most {limit} bytes are read");
                    return null;
                }
                content.Write(buffer, 0, length);
            }
            return content.ToArray();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Fail($"{path} cannot be read: {problem.Message}");
            return null;
        }
    }
}
