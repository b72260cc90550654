using System.IO;
using Cofferdam.Coffer.Commands;

namespace Cofferdam.Tests.cli;

/// <summary>Runs the command line in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote as its result.</param>
/// <param name="Errors">What it wrote as messages.</param>
internal sealed record Coffer(int Code, string Output, string Errors)
{
    public static string TwoBanks => Path.Combine(Root, "examples", "two-banks", "coffer.yaml");

    public static string Root { get; } = FindRoot();

    public static Coffer Run(params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var code = CommandTree.Run(arguments, output, errors);
        return new Coffer(code, output.ToString(), errors.ToString());
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
        while (!File.Exists(Path.Combine(folder.FullName, "Cofferdam.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run inside the repository");
        return folder.FullName;
    }
}
