using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Wire;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Unit.Wire;

[Trait("Requirement", "ISO-1")]
public sealed class WireReaderTests
{
    public const string What = "field";

    private static readonly Gen<ReadStep> Step = Gen.Select(
        Gen.Frequency(
            (8, Gen.Enum<ReadKind>().Where(kind => kind < ReadKind.End)),
            (1, Gen.Const(ReadKind.End)),
            (1, Gen.Const(ReadKind.Fail))),
        Gen.Frequency((9, Gen.Int[0, 9]), (1, Gen.OneOf(-1, int.MinValue, int.MaxValue))),
        (kind, length) => new ReadStep(kind, length));

    // Many zeros, or runs of zeros would hardly ever be read to their end.
    private static readonly Gen<byte[]> Input = Gen.Frequency((2, Gen.Const((byte)0)), (1, Gen.Byte)).Array[0, 40];

    private static readonly Gen<long> Origin = Gen.OneOf(Gen.Const(0L), Gen.Long[0, 1L << 40]);

    [Fact]
    public void A_reader_does_what_a_list_of_bytes_does() =>
        Gen.Select(Input, Origin, Step.List[0, 12]).Sample((bytes, origin, steps) => Compare(bytes, origin, steps), iter: 20_000);

    [Fact]
    public void The_first_error_stays_and_later_reads_give_zeros()
    {
        var reader = new WireReader([1, 2, 3], 100);
        Assert.Equal(0x0201, reader.U16("first"));
        Assert.Equal(0u, reader.U32("second"));
        Assert.Equal(0, reader.U8("third"));
        reader.Fail(WireErrorCode.BadValue, "fourth");
        reader.End("fifth");
        Assert.Equal(new WireError(WireErrorCode.Truncated, 102, "second"), reader.Error);
        Assert.Equal((102, 1), (reader.Offset, reader.Remaining));
    }

    [Fact]
    public void A_reserved_byte_that_is_not_zero_is_named_with_its_own_offset()
    {
        var reader = new WireReader([0, 0, 7, 0], 10);
        reader.Zeros(4, "reserved");
        Assert.Equal(new WireError(WireErrorCode.Reserved, 12, "reserved"), reader.Error);
    }

    [Fact]
    public void Bytes_left_over_are_trailing()
    {
        var reader = new WireReader([1, 2]);
        reader.U8("first");
        reader.End("record");
        Assert.Equal(new WireError(WireErrorCode.Trailing, 1, "record"), reader.Error);
    }

    [Fact]
    public void An_error_says_where_why_and_what() =>
        Assert.Equal(
            ["ok", "offset 5: BadDigest: section"],
            new[] { default, new WireError(WireErrorCode.BadDigest, 5, "section") }.Select(error => error.ToString()));

    private static void Compare(byte[] bytes, long origin, List<ReadStep> steps)
    {
        var model = new ReaderModel(bytes, origin);
        var reader = new WireReader(bytes, origin);
        foreach (var step in steps)
        {
            Assert.Equal(model.Take(step), Take(ref reader, step));
            Assert.Equal((model.Error, model.Offset, model.Remaining), (reader.Error, reader.Offset, reader.Remaining));
        }
    }

    private static byte[] Take(ref WireReader reader, ReadStep step)
    {
        switch (step.Kind)
        {
            case ReadKind.U8:
                return [reader.U8(What)];
            case ReadKind.U16:
                return BitConverter.GetBytes(reader.U16(What));
            case ReadKind.U32:
                return BitConverter.GetBytes(reader.U32(What));
            case ReadKind.U64:
                return BitConverter.GetBytes(reader.U64(What));
            case ReadKind.Bytes:
                return reader.Bytes(step.Length, What).ToArray();
            case ReadKind.Zeros:
                reader.Zeros(step.Length, What);
                return [];
            case ReadKind.End:
                reader.End(What);
                return [];
            default:
                reader.Fail(WireErrorCode.BadValue, What);
                return [];
        }
    }
}
