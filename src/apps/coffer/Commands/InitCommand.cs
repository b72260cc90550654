using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Cofferdam.Coffer.Output;
using Cofferdam.PolicyImage;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer init: a project that is valid from the first minute, and an officer's key.</summary>
internal static class InitCommand
{
    private const string KeyFile = "officer.pem";

    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "where to make it", DefaultValueFactory = _ => "." };
        var command = new Command("init", "Make a new project: a policy to start from, and an officer's key") { folder };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Terminal terminal, string folder)
    {
        var project = Path.Combine(folder, ProjectFile.Usual);
        var keyPath = Path.Combine(folder, KeyFile);
        try
        {
            Directory.CreateDirectory(folder);
            if (new[] { project, keyPath }.FirstOrDefault(File.Exists) is { } existing)
                return terminal.Fail($"{existing} is there already. Nothing has been changed.");
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            WriteNew(keyPath, key.ExportPkcs8PrivateKeyPem() + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
            WriteNew(project, InitTemplate.Text(NameOf(folder), KeyIdentity.Of(key)), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail($"{problem.Message} Nothing that was there has been changed.");
        }
        terminal.Output.WriteLine($"made {project} and {keyPath} (keep this key secret, and out of version control)");
        terminal.Output.WriteLine($"next: coffer check {project}");
        return ExitCode.Ok;
    }

    /// <summary>Never over an existing file.</summary>
    private static void WriteNew(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode };
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    /// <summary>The folder's name where it is a name, else my-project.</summary>
    private static string NameOf(string folder)
    {
        var name = Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        return name.Length is > 0 and <= Model.ModelLimits.NameLength && name.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0 ? name : "my-project";
    }
}
