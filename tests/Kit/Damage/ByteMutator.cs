using System;
using System.Buffers.Binary;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>Damages bytes without knowing much of what they mean: bits, bytes, blocks, integers, and entries of the section table.</summary>
public static class ByteMutator
{
    private static readonly ulong[] Boundaries =
    [
        0, 1, 2, 0x3f, 0x40, 0x41, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0x801, 0xfff, 0x1000, 0x1001, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x10000,
        0x3ff_ffff, 0x400_0000, 0x400_0001, 0x7fff_fffe, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff, 0x1_0000_0000,
        0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, 0xffff_ffff_ffff_ffc0, 0xffff_ffff_ffff_ffff,
    ];

    private static readonly Func<Choices, byte[], byte[]>[] Anywhere =
        [FlipBits, SetBytes, SetInteger, NudgeInteger, CopyBlock, SwapBlocks, ClearBlock, Insert, Repeat, Delete, Cut];

    private static readonly Func<Choices, byte[], byte[]>[] SameLength = [FlipBits, SetBytes, SetInteger, NudgeInteger, CopyBlock, SwapBlocks, ClearBlock];

    private static readonly int[] TableFields = [0, ImageLayout.Count, ImageLayout.Offset, ImageLayout.Length, ImageLayout.Reserved, ImageLayout.Digest];

    /// <summary>A damaged copy of an image: now and then in its header or section table, else anywhere.</summary>
    public static byte[] Image(Choices choices, byte[] image)
    {
        var damaged = (byte[])image.Clone();
        var times = choices.Chance(25) ? choices.Between(2, 4) : 1;
        for (var i = 0; i < times; i++)
        {
            damaged = damaged.Length < ImageLayout.HeaderSize || !choices.Chance(30) ? choices.Pick(Anywhere)(choices, damaged)
                : choices.Chance(50) ? SetTableField(choices, damaged)
                : InHeader(choices, damaged);
        }
        return damaged;
    }

    /// <summary>Damages bytes in place, without changing how many they are.</summary>
    public static void InPlace(Choices choices, byte[] bytes)
    {
        if (bytes.Length > 0)
            choices.Pick(SameLength)(choices, bytes);
    }

    private static byte[] InHeader(Choices choices, byte[] image)
    {
        var head = image[..ImageLayout.HeaderSize];
        InPlace(choices, head);
        head.CopyTo(image, 0);
        return image;
    }

    private static byte[] SetTableField(Choices choices, byte[] image)
    {
        var at = ImageLayout.Entry((SectionId)choices.Between(1, ImageLayout.Sections)) + choices.Pick(TableFields);
        var field = image.AsSpan(at, sizeof(ulong));
        var old = BinaryPrimitives.ReadUInt64LittleEndian(field);
        var change = unchecked((ulong)choices.Pick<long>([-64, -2, -1, 1, 2, 64]));
        BinaryPrimitives.WriteUInt64LittleEndian(field, choices.Chance(50) ? choices.Pick(Boundaries) : unchecked(old + change));
        return image;
    }

    private static byte[] FlipBits(Choices choices, byte[] bytes)
    {
        for (var left = choices.Chance(80) ? 1 : choices.Between(2, 8); left > 0 && bytes.Length > 0; left--)
            bytes[choices.Below(bytes.Length)] ^= (byte)(1 << choices.Below(8));
        return bytes;
    }

    private static byte[] SetBytes(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 8);
        foreach (ref var value in bytes.AsSpan(start, length))
            value = (byte)choices.Below(256);
        return bytes;
    }

    private static byte[] SetInteger(Choices choices, byte[] bytes) => WriteInteger(choices, bytes, _ => choices.Pick(Boundaries));

    private static byte[] NudgeInteger(Choices choices, byte[] bytes) =>
        WriteInteger(choices, bytes, old => unchecked(old + (ulong)choices.Pick<long>([-1, 1])));

    /// <summary>Writes an integer of 1, 2, 4 or 8 bytes at a multiple of its size.</summary>
    private static byte[] WriteInteger(Choices choices, byte[] bytes, Func<ulong, ulong> change)
    {
        var size = 1 << choices.Below(4);
        if (bytes.Length < size)
            return bytes;
        Span<byte> buffer = stackalloc byte[sizeof(ulong)];
        var field = bytes.AsSpan(choices.Below(bytes.Length / size) * size, size);
        field.CopyTo(buffer);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer, change(BinaryPrimitives.ReadUInt64LittleEndian(buffer)));
        buffer[..size].CopyTo(field);
        return bytes;
    }

    private static byte[] CopyBlock(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 128);
        bytes.AsSpan(start, length).CopyTo(bytes.AsSpan(choices.Below(bytes.Length - length + 1)));
        return bytes;
    }

    private static byte[] SwapBlocks(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 64);
        var other = choices.Below(bytes.Length - length + 1);
        for (var i = 0; i < length; i++)
            (bytes[start + i], bytes[other + i]) = (bytes[other + i], bytes[start + i]);
        return bytes;
    }

    private static byte[] ClearBlock(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 64);
        bytes.AsSpan(start, length).Clear();
        return bytes;
    }

    private static byte[] Insert(Choices choices, byte[] bytes)
    {
        var inserted = Enumerable.Range(0, choices.Between(1, 80)).Select(_ => (byte)choices.Below(256)).ToArray();
        var at = choices.Below(bytes.Length + 1);
        return [.. bytes[..at], .. choices.Chance(50) ? inserted : new byte[inserted.Length], .. bytes[at..]];
    }

    private static byte[] Repeat(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 64);
        return [.. bytes[..(start + length)], .. bytes[start..]];
    }

    private static byte[] Delete(Choices choices, byte[] bytes)
    {
        var (start, length) = Block(choices, bytes, 64);
        return [.. bytes[..start], .. bytes[(start + length)..]];
    }

    private static byte[] Cut(Choices choices, byte[] bytes) => bytes[..choices.Below(bytes.Length + 1)];

    private static (int Start, int Length) Block(Choices choices, byte[] bytes, int longest)
    {
        var length = choices.Between(Math.Min(1, bytes.Length), Math.Min(longest, bytes.Length));
        return (choices.Below(bytes.Length - length + 1), length);
    }
}
