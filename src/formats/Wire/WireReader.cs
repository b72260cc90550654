using System;
using System.Buffers.Binary;

namespace Cofferdam.Wire;

/// <summary>
/// Reads little-endian values from bytes that somebody else wrote. The first failure sticks: later reads return zeros and the
/// error says where it began, so a parser reads a whole record and checks once.
/// </summary>
public ref struct WireReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _origin;
    private int _position;

    /// <summary>Reads <paramref name="bytes"/>, whose first byte stands at <paramref name="origin"/> of the whole input.</summary>
    public WireReader(ReadOnlySpan<byte> bytes, long origin = 0)
    {
        _bytes = bytes;
        _origin = origin;
    }

    /// <summary>The first error, or the default value.</summary>
    public WireError Error { get; private set; }

    /// <summary>Offset of the next byte in the whole input.</summary>
    public readonly long Offset => _origin + _position;

    /// <summary>Bytes not yet read.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>Takes the next <paramref name="length"/> bytes; empty after an error.</summary>
    public ReadOnlySpan<byte> Bytes(int length, string what)
    {
        if (Error.IsError)
            return default;
        if (length < 0 || length > Remaining)
        {
            Fail(WireErrorCode.Truncated, what);
            return default;
        }
        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }

    /// <summary>An unsigned byte.</summary>
    public byte U8(string what) => Bytes(1, what) is [var value] ? value : (byte)0;

    /// <summary>A 16-bit value.</summary>
    public ushort U16(string what) => Bytes(2, what) is { Length: 2 } b ? BinaryPrimitives.ReadUInt16LittleEndian(b) : (ushort)0;

    /// <summary>A 32-bit value.</summary>
    public uint U32(string what) => Bytes(4, what) is { Length: 4 } b ? BinaryPrimitives.ReadUInt32LittleEndian(b) : 0;

    /// <summary>A 64-bit value.</summary>
    public ulong U64(string what) => Bytes(8, what) is { Length: 8 } b ? BinaryPrimitives.ReadUInt64LittleEndian(b) : 0;

    /// <summary>Skips <paramref name="length"/> bytes that must be zero.</summary>
    public void Zeros(int length, string what)
    {
        var start = _position;
        var bytes = Bytes(length, what);
        var bad = bytes.IndexOfAnyExcept((byte)0);
        if (bad < 0)
            return;
        _position = start + bad;
        Fail(WireErrorCode.Reserved, what);
    }

    /// <summary>Fails unless every byte has been read.</summary>
    public void End(string what)
    {
        if (Remaining != 0)
            Fail(WireErrorCode.Trailing, what);
    }

    /// <summary>Records an error at the present offset, unless there already is one.</summary>
    public void Fail(WireErrorCode code, string what)
    {
        if (!Error.IsError)
            Error = new WireError(code, Offset, what);
    }
}
