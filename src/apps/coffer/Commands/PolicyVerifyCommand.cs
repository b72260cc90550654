using System;
using System.CommandLine;
using Cofferdam.Coffer.Output;
using Cofferdam.PolicyImage;
using Cofferdam.Wire;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy verify: reads an image as a host does, and says who signed it.</summary>
internal static class PolicyVerifyCommand
{
    public static Command Build(Terminal terminal)
    {
        var image = new Argument<string>("image") { Description = "the compiled policy" };
        var signer = new Option<string?>("--signer") { Description = "id of the key that must have signed it, sha256:...", HelpName = "id" };
        var command = new Command("verify", "Check a compiled policy and its signature, as a host does") { image, signer };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(image), parsed.GetValue(signer)));
        return command;
    }

    /// <summary>What is wrong with something that is no image at all: of that there is more to say than that its signature does not fit.</summary>
    private static WireError? Unlike(byte[] image) => CompiledPolicy.OpenUnsigned(image, out var error) is null && error.Code == WireErrorCode.BadMagic ? error : null;

    private static int Run(Terminal terminal, string path, string? wanted)
    {
        if (ProjectFile.ReadBytes(terminal, path) is not { } image)
            return ExitCode.Failed;
        if (CompiledPolicy.Open(image, out var error) is not { } policy)
            return terminal.Fail($"{path}: {Unlike(image) ?? error}", ExitCode.NotTrusted);
        if (PolicyNames.Read(image, out error) is not { } names)
            return terminal.Fail($"{path}: {error}", ExitCode.NotTrusted);
        var signer = $"sha256:{policy.Signer}";
        if (wanted is not null && !string.Equals(wanted, signer, StringComparison.Ordinal))
            return terminal.Fail($"{path} is signed by {signer}, not by {wanted}", ExitCode.NotTrusted);
        terminal.Output.WriteLine($"{path}: policy {names.Policy} {policy.Serial} is whole, digest sha256:{policy.Digest}");
        terminal.Output.WriteLine(wanted is null ? $"signed by {signer}; whether that key may sign is for --signer, or the host, to say" : $"signed by {signer}, as wanted");
        return ExitCode.Ok;
    }
}
