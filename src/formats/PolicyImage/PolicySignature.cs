using System;
using System.Security.Cryptography;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage;

/// <summary>
/// Signs images and verifies their signatures: ECDSA P-256 with SHA-256 over the header up to the signature (FIPS 186-5), r and s of
/// 32 bytes each.
/// </summary>
public static class PolicySignature
{
    /// <summary>Signs an image in place, replacing any former signature.</summary>
    /// <param name="image">A valid image.</param>
    /// <param name="key">A P-256 key with its private part.</param>
    public static void Sign(Span<byte> image, ECDsa key)
    {
        KeyIdentity.WritePoint(key, image[HeaderLayout.SignerKey..HeaderLayout.Signature]);
        if (!key.TrySignData(image[..HeaderLayout.Signature], image[HeaderLayout.Signature..HeaderLayout.Size], HashAlgorithmName.SHA256, out var written)
            || written != HeaderLayout.Size - HeaderLayout.Signature)
            throw new CryptographicException("the key does not make 64-byte P-256 signatures");
    }

    /// <summary>Verifies the signature with the key inside the image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="error">Set when the signature does not verify.</param>
    /// <returns>The id of the signer's key; zero on error.</returns>
    public static Digest Verify(ReadOnlySpan<byte> image, out WireError error)
    {
        if (image.Length < HeaderLayout.Size)
        {
            error = new WireError(WireErrorCode.Truncated, image.Length, $"header: {HeaderLayout.Size} bytes");
            return default;
        }
        var point = image[HeaderLayout.SignerKey..HeaderLayout.Signature];
        if (!Matches(image, point))
        {
            error = new WireError(WireErrorCode.BadSignature, HeaderLayout.Signature, "signature: made over this header with the signer's key");
            return default;
        }
        error = default;
        return KeyIdentity.Of(point);
    }

    private static bool Matches(ReadOnlySpan<byte> image, ReadOnlySpan<byte> point)
    {
        using var key = KeyIdentity.Import(point);
        return key is not null
            && key.VerifyData(image[..HeaderLayout.Signature], image[HeaderLayout.Signature..HeaderLayout.Size], HashAlgorithmName.SHA256);
    }
}
