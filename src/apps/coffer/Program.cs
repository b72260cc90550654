using System;
using System.IO;
using Cofferdam.Coffer.Commands;

namespace Cofferdam.Coffer;

/// <summary>The command line of Cofferdam.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            var code = CommandTree.Run(arguments, Console.Out, Console.Error);
            Console.Out.Flush();
            return code;
        }
        catch (IOException problem)
        {
            // Files are read and written where they are named; what is left is that nobody takes what is printed.
            Console.Error.WriteLine($"error: the output cannot be written: {problem.Message}");
            return ExitCode.Failed;
        }
    }
}
