using System;
using System.Buffers.Binary;

namespace Cofferdam.Wire;

/// <summary>Writes little-endian values into a buffer of exactly the right size; running over its end is a defect and throws.</summary>
public ref struct WireWriter
{
    private readonly Span<byte> _bytes;

    /// <summary>Writes into <paramref name="bytes"/> from its start.</summary>
    public WireWriter(Span<byte> bytes) => _bytes = bytes;

    /// <summary>Bytes written so far.</summary>
    public int Position { get; private set; }

    /// <summary>An unsigned byte.</summary>
    public void U8(byte value) => Next(1)[0] = value;

    /// <summary>A 16-bit value.</summary>
    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Next(2), value);

    /// <summary>A 32-bit value.</summary>
    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Next(4), value);

    /// <summary>A 64-bit value.</summary>
    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(8), value);

    /// <summary>The bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Next(value.Length));

    /// <summary>Zeros.</summary>
    public void Zeros(int length) => Next(length).Clear();

    /// <summary>The next <paramref name="length"/> bytes, for the caller to fill.</summary>
    public Span<byte> Next(int length)
    {
        var taken = _bytes.Slice(Position, length);
        Position += length;
        return taken;
    }
}
