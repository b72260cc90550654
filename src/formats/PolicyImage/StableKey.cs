using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cofferdam.PolicyImage;

/// <summary>
/// What a type, label, conflict set, host, rack or zone is called inside an image: 16 bytes derived from its name, the same in every
/// policy, so that state survives updates on hosts that dropped the names. The zero key names nothing (or the default host).
/// </summary>
/// <param name="High">The first eight bytes, big-endian, so that comparing numbers compares bytes.</param>
/// <param name="Low">The last eight bytes, big-endian.</param>
public readonly record struct StableKey(ulong High, ulong Low) : IComparable<StableKey>
{
    /// <summary>Size in an image, in bytes.</summary>
    public const int Size = 16;

    /// <summary>Key of <paramref name="name"/> among the things of one kind: SHA-256("cofferdam/KIND/v1" || 0 || UTF-8 name), first 16 bytes.</summary>
    public static StableKey Of(KeyKind kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = Encoding.UTF8.GetBytes($"cofferdam/{Prefix(kind)}/v1\0{name}");
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(text, hash);
        return Read(hash);
    }

    /// <summary>True for the key that names nothing.</summary>
    public bool IsZero => (High | Low) == 0;

    /// <summary>Orders by bytes.</summary>
    public int CompareTo(StableKey other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Hexadecimal, 32 digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    internal static StableKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    private static string Prefix(KeyKind kind) => kind switch
    {
        KeyKind.Type => "type",
        KeyKind.Label => "label",
        KeyKind.ConflictSet => "conflict",
        KeyKind.Host => "host",
        KeyKind.Rack => "rack",
        KeyKind.Zone => "zone",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
