using System;
using System.CommandLine;
using System.Security.Cryptography;
using Cofferdam.Coffer.Output;
using Cofferdam.PolicyImage;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy sign: signs an image with the officer's key.</summary>
internal static class PolicySignCommand
{
    public static Command Build(Terminal terminal)
    {
        var image = new Argument<string>("image") { Description = "the compiled policy" };
        var key = new Option<string>("--key") { Description = "the officer's private key, PEM (P-256)", Required = true, HelpName = "path" };
        var command = new Command("sign", "Sign a compiled policy, in place") { image, key };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(image), parsed.GetRequiredValue(key)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string keyPath)
    {
        if (ProjectFile.ReadBytes(terminal, path) is not { } image || ProjectFile.ReadText(terminal, keyPath) is not { } pem)
            return ExitCode.Failed;
        if (CompiledPolicy.OpenUnsigned(image, out var error) is not { } policy)
            return terminal.Fail($"{path} is no valid policy image: {error}", ExitCode.PolicyInvalid);
        using var key = ECDsa.Create();
        if (!TryImport(key, pem, out var id))
            return terminal.Fail($"{keyPath} holds no private P-256 key in PEM");
        PolicySignature.Sign(image, key);
        if (!ProjectFile.Write(terminal, path, image))
            return ExitCode.Failed;
        var known = SigningKeys.Lists(policy, KeyRole.Officer, id) ? "" : "; the policy itself does not list this key as an officer's, so it could not sign the next one";
        terminal.Output.WriteLine($"{path}: signed by sha256:{id}{known}");
        return ExitCode.Ok;
    }

    private static bool TryImport(ECDsa key, string pem, out Digest id)
    {
        id = default;
        try
        {
            key.ImportFromPem(pem);
            id = KeyIdentity.Of(key);
            return key.ExportParameters(true).D is not null;
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            // The library's way to say that the text is no such key; the caller says so to the user.
            return false;
        }
    }
}
