using System.CommandLine;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy: the policy officer's bench.</summary>
internal static class PolicyCommand
{
    public static Command Build(Terminal terminal) => new("policy", "See, compare, test, compile and sign policies")
    {
        PolicyShowCommand.Build(terminal),
        PolicyPictureCommands.Matrix(terminal),
        PolicyPictureCommands.Graph(terminal),
        PolicyPictureCommands.Flows(terminal),
        PolicyDiffCommand.Build(terminal),
        PolicyTestCommand.Build(terminal),
        PolicyCompileCommand.Build(terminal),
        PolicySignCommand.Build(terminal),
        PolicyVerifyCommand.Build(terminal),
        PolicyImportCommand.Build(terminal),
    };
}
