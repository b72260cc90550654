using System;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>The realistic policy, as an officer would send it: its signed image, and what a monitor opens of it.</summary>
internal sealed class SignedPolicy
{
    /// <summary>Compiles, signs and opens it.</summary>
    public SignedPolicy()
    {
        using var officer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Image = PolicyImageWriter.Write(RealisticPolicy.Make(KeyIdentity.Of(officer)));
        PolicySignature.Sign(Image, officer);
        Policy = CompiledPolicy.Open(Image, out var error) ?? throw new InvalidOperationException($"the image is not valid: {error}");
    }

    /// <summary>Its whole image, signed.</summary>
    public byte[] Image { get; }

    /// <summary>The image, opened.</summary>
    public CompiledPolicy Policy { get; }

    /// <summary>Index of a label.</summary>
    public int LabelIndex(string name) => Policy.FindLabel(StableKey.Of(KeyKind.Label, name));
}
