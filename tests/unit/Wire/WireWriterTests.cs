using System;
using System.Linq;
using Cofferdam.Wire;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Unit.Wire;

[Trait("Requirement", "ISO-1")]
public sealed class WireWriterTests
{
    /// <summary>A size of 1, 2, 4 or 8 is a number, 0 stands for bytes as they are, 3 for zeros.</summary>
    private static readonly Gen<(int Size, ulong Value, byte[] Bytes)> Item = Gen.Select(Gen.OneOf(0, 1, 2, 3, 4, 8), Gen.ULong, Gen.Byte.Array[0, 9]);

    [Fact]
    public void Values_stand_one_after_the_other_lowest_byte_first() => Item.Array[0, 20].Sample(items =>
    {
        var expected = items.SelectMany(Expected).ToArray();
        Assert.Equal(expected, Written(items, expected.Length));
    }, iter: 5_000);

    [Fact]
    public void What_was_written_is_read_back() => Item.Array[0, 20].Sample(items =>
    {
        var bytes = Written(items, items.Sum(item => Expected(item).Length));
        var reader = new WireReader(bytes);
        foreach (var item in items)
            AssertReads(ref reader, item);
        reader.End("items");
        Assert.Equal(default, reader.Error);
    }, iter: 5_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(3)]
    public void Running_over_the_end_throws_and_writes_nothing(int size)
    {
        var bytes = new byte[9 + size];
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var writer = new WireWriter(bytes.AsSpan(0, 9 + size - 1));
            writer.Bytes([1, 2, 3, 4, 5, 6, 7, 8, 9]);
            Write(ref writer, (size, ulong.MaxValue, []));
        });
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, .. new byte[size]], bytes);
    }

    private static byte[] Expected((int Size, ulong Value, byte[] Bytes) item) => item.Size switch
    {
        0 => item.Bytes,
        3 => new byte[3],
        var size => [.. Enumerable.Range(0, size).Select(i => (byte)(item.Value >> (8 * i) & 0xff))],
    };

    private static byte[] Written((int Size, ulong Value, byte[] Bytes)[] items, int length)
    {
        var bytes = Enumerable.Repeat((byte)0xaa, length).ToArray();
        var writer = new WireWriter(bytes);
        foreach (var item in items)
            Write(ref writer, item);
        Assert.Equal(length, writer.Position);
        return bytes;
    }

    private static void Write(ref WireWriter writer, (int Size, ulong Value, byte[] Bytes) item)
    {
        switch (item.Size)
        {
            case 0:
                writer.Bytes(item.Bytes);
                break;
            case 1:
                writer.U8((byte)(item.Value & byte.MaxValue));
                break;
            case 2:
                writer.U16((ushort)(item.Value & ushort.MaxValue));
                break;
            case 3:
                writer.Zeros(3);
                break;
            case 4:
                writer.U32((uint)(item.Value & uint.MaxValue));
                break;
            default:
                writer.U64(item.Value);
                break;
        }
    }

    private static void AssertReads(ref WireReader reader, (int Size, ulong Value, byte[] Bytes) item)
    {
        switch (item.Size)
        {
            case 0:
                Assert.Equal(item.Bytes, reader.Bytes(item.Bytes.Length, "bytes").ToArray());
                break;
            case 1:
                Assert.Equal(item.Value & byte.MaxValue, reader.U8("u8"));
                break;
            case 2:
                Assert.Equal(item.Value & ushort.MaxValue, reader.U16("u16"));
                break;
            case 3:
                reader.Zeros(3, "zeros");
                break;
            case 4:
                Assert.Equal(item.Value & uint.MaxValue, reader.U32("u32"));
                break;
            default:
                Assert.Equal(item.Value, reader.U64("u64"));
                break;
        }
    }
}
