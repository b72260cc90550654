using System;
using Cofferdam.Coffer.Commands;

namespace Cofferdam.Coffer;

/// <summary>The command line of Cofferdam.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => CommandTree.Run(arguments, Console.Out, Console.Error);
}
