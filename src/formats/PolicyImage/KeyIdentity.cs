using System;
using System.Security.Cryptography;

namespace Cofferdam.PolicyImage;

/// <summary>Public keys as bytes and as ids.</summary>
public static class KeyIdentity
{
    /// <summary>Bytes of X and Y of a P-256 point.</summary>
    public const int PointSize = 2 * CoordinateSize;

    private const int CoordinateSize = 32;
    private const byte Uncompressed = 4;
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Id of a key: SHA-256 of its uncompressed point (SEC 1, section 2.3.3).</summary>
    public static Digest Of(ECDsa key)
    {
        Span<byte> point = stackalloc byte[PointSize];
        WritePoint(key, point);
        return Of(point);
    }

    /// <summary>Id of the key with these coordinates.</summary>
    public static Digest Of(ReadOnlySpan<byte> point)
    {
        Span<byte> encoded = stackalloc byte[1 + PointSize];
        encoded[0] = Uncompressed;
        point.CopyTo(encoded[1..]);
        return Digest.Of(encoded);
    }

    /// <summary>Writes X and Y, big-endian.</summary>
    public static void WritePoint(ECDsa key, Span<byte> point)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parameters = key.ExportParameters(false);
        var q = parameters.Q;
        if (parameters.Curve.Oid?.Value != P256 || q.X is not { Length: CoordinateSize } || q.Y is not { Length: CoordinateSize })
            throw new CryptographicException("the key is not a P-256 key");
        q.X.CopyTo(point);
        q.Y.CopyTo(point[CoordinateSize..]);
    }

    /// <summary>The key with these coordinates, or null when they are not a point of P-256.</summary>
    public static ECDsa? Import(ReadOnlySpan<byte> point)
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[..CoordinateSize].ToArray(), Y = point[CoordinateSize..].ToArray() },
        };
        try
        {
            return ECDsa.Create(parameters);
        }
        catch (CryptographicException)
        {
            // The only way the library says that a point is not on the curve; the caller turns null into an error.
            return null;
        }
    }
}
