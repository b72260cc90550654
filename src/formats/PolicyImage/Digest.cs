using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Cofferdam.PolicyImage;

/// <summary>A SHA-256 digest as a value: of an image, of a policy, or of a public key (then it is the key's id).</summary>
/// <param name="A">Bytes 0 to 7, big-endian.</param>
/// <param name="B">Bytes 8 to 15.</param>
/// <param name="C">Bytes 16 to 23.</param>
/// <param name="D">Bytes 24 to 31.</param>
public readonly record struct Digest(ulong A, ulong B, ulong C, ulong D) : IComparable<Digest>
{
    /// <summary>Size in bytes.</summary>
    public const int Size = 32;

    /// <summary>True for the digest that stands for none.</summary>
    public bool IsZero => (A | B | C | D) == 0;

    /// <summary>SHA-256 of <paramref name="bytes"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return Read(hash);
    }

    /// <summary>Reads 32 bytes.</summary>
    public static Digest Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    /// <summary>Reads 64 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse(string text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: 2 * Size })
            return false;
        Span<ulong> parts = stackalloc ulong[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!ulong.TryParse(text.AsSpan(16 * i, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out parts[i]))
                return false;
        }
        digest = new Digest(parts[0], parts[1], parts[2], parts[3]);
        return true;
    }

    /// <summary>Writes 32 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
    }

    /// <summary>Orders by bytes.</summary>
    public int CompareTo(Digest other) =>
        A != other.A ? A.CompareTo(other.A)
        : B != other.B ? B.CompareTo(other.B)
        : C != other.C ? C.CompareTo(other.C)
        : D.CompareTo(other.D);

    /// <summary>Hexadecimal, 64 digits.</summary>
    public override string ToString() => $"{A:x16}{B:x16}{C:x16}{D:x16}";
}
