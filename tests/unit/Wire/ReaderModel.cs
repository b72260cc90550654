using System.Collections.Generic;
using System.Linq;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Wire;

/// <summary>What a reader must do, in the most naive way: a list of bytes that gets shorter.</summary>
/// <param name="bytes">The input.</param>
/// <param name="origin">Offset of its first byte.</param>
internal sealed class ReaderModel(byte[] bytes, long origin)
{
    private List<byte> _left = [.. bytes];

    public WireError Error { get; private set; }

    public long Offset { get; private set; } = origin;

    public int Remaining => _left.Count;

    /// <summary>Takes a step; the bytes that it gives, lowest first for numbers.</summary>
    public byte[] Take(ReadStep step) => step.Kind switch
    {
        ReadKind.U8 => Number(1),
        ReadKind.U16 => Number(2),
        ReadKind.U32 => Number(4),
        ReadKind.U64 => Number(8),
        ReadKind.Bytes => Bytes(step.Length) ?? [],
        ReadKind.Zeros => Zeros(step.Length),
        ReadKind.End => End(),
        _ => Fail(WireErrorCode.BadValue),
    };

    private byte[] Number(int size) => Bytes(size) ?? new byte[size];

    private byte[]? Bytes(int count)
    {
        if (Error.IsError)
            return null;
        if (count < 0 || count > _left.Count)
        {
            Fail(WireErrorCode.Truncated);
            return null;
        }
        var taken = _left.Take(count).ToArray();
        _left = [.. _left.Skip(count)];
        Offset += count;
        return taken;
    }

    /// <summary>Byte by byte: the first that is not zero stays where it is.</summary>
    private byte[] Zeros(int count)
    {
        if (!Error.IsError && (count < 0 || count > _left.Count))
            return Fail(WireErrorCode.Truncated);
        for (var i = 0; i < count && !Error.IsError; i++)
        {
            if (_left[0] != 0)
                Fail(WireErrorCode.Reserved);
            else
                Bytes(1);
        }
        return [];
    }

    private byte[] End() => _left.Count > 0 ? Fail(WireErrorCode.Trailing) : [];

    private byte[] Fail(WireErrorCode code)
    {
        if (!Error.IsError)
            Error = new WireError(code, Offset, WireReaderTests.What);
        return [];
    }
}
