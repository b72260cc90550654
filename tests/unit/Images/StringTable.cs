using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Strings as they stand in the optional sections: u32 count, u32 end of each, then their bytes.</summary>
internal static class StringTable
{
    /// <summary>The strings.</summary>
    public static List<string> Read(byte[] bytes)
    {
        var (strings, start) = (new List<string>(), 0);
        var (count, text) = (BitConverter.ToInt32(bytes), 4 * (1 + BitConverter.ToInt32(bytes)));
        for (var i = 0; i < count; i++)
        {
            var end = BitConverter.ToInt32(bytes, 4 * (1 + i));
            strings.Add(Encoding.UTF8.GetString(bytes[(text + start)..(text + end)]));
            start = end;
        }
        return strings;
    }

    /// <summary>The bytes.</summary>
    public static byte[] Write(IReadOnlyList<string> strings)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(strings.Count);
        for (var i = 1; i <= strings.Count; i++)
            writer.Write(strings.Take(i).Sum(Encoding.UTF8.GetByteCount));
        foreach (var text in strings)
            writer.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    /// <summary>Offset, from the first byte of the table, at which the bytes of a string begin.</summary>
    public static int StartOf(byte[] bytes, int index) =>
        4 * (1 + BitConverter.ToInt32(bytes)) + (index == 0 ? 0 : BitConverter.ToInt32(bytes, 4 * index));
}
