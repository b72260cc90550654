using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads hosts and what each may run.</summary>
internal static class HostReader
{
    public static HostEntry[]? Read(ImageSections sections, out WireError error)
    {
        var hosts = new HostEntry[sections[SectionId.Hosts].Count];
        for (var i = 0; i < hosts.Length; i++)
        {
            var entry = sections.Entry(SectionId.Hosts, i);
            hosts[i] = new HostEntry(
                StableKey.Read(entry), StableKey.Read(entry[HostLayout.Rack..]), StableKey.Read(entry[HostLayout.Zone..]), entry[HostLayout.Attest] != 0);
            if (i > 0 && hosts[i - 1].Key.CompareTo(hosts[i].Key) >= 0)
                return Fail(sections, WireErrorCode.NotCanonical, i, HostLayout.Key, "keys ascending", out error);
            if (entry[HostLayout.Attest] > 1)
                return Fail(sections, WireErrorCode.BadValue, i, HostLayout.Attest, "attest: 0 or 1", out error);
            if (entry[HostLayout.Reserved..].ContainsAnyExcept((byte)0))
                return Fail(sections, WireErrorCode.Reserved, i, HostLayout.Reserved, "reserved bytes: zeros", out error);
        }
        error = default;
        return hosts;
    }

    public static ulong[]? ReadTypes(ImageSections sections, int hostCount, int typeCount, out WireError error)
    {
        var words = CompiledPolicy.RowWords(typeCount);
        var rows = new ulong[sections[SectionId.HostTypes].Count];
        if (rows.Length != hostCount * words)
        {
            error = sections.Error(WireErrorCode.Inconsistent, SectionId.HostTypes, 0, 0, $"{words} words for each of {hostCount} hosts");
            return null;
        }
        ReadWords(sections.Bytes(SectionId.HostTypes), rows);
        var unused = (typeCount & 63) == 0 ? 0 : ulong.MaxValue << (typeCount & 63);
        for (var last = words - 1; unused != 0 && last < rows.Length; last += words)
        {
            if ((rows[last] & unused) != 0)
            {
                error = sections.Error(WireErrorCode.Reserved, SectionId.HostTypes, last, 0, "bits past the last type: zeros");
                return null;
            }
        }
        error = default;
        return rows;
    }

    private static void ReadWords(ReadOnlySpan<byte> bytes, ulong[] words)
    {
        var source = MemoryMarshal.Cast<byte, ulong>(bytes);
        source.CopyTo(words);
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(source, words);
    }

    private static HostEntry[]? Fail(ImageSections sections, WireErrorCode code, int index, int field, string what, out WireError error)
    {
        error = sections.Error(code, SectionId.Hosts, index, field, what);
        return null;
    }
}
