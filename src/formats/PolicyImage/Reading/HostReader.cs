using System;
using System.Buffers.Binary;
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
        var unused = (typeCount & 63) == 0 ? 0 : ulong.MaxValue << (typeCount & 63);
        var bytes = sections.Bytes(SectionId.HostTypes);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * i)..]);
            if ((i + 1) % words == 0 && (rows[i] & unused) != 0)
            {
                error = sections.Error(WireErrorCode.Reserved, SectionId.HostTypes, i, 0, "bits past the last type: zeros");
                return null;
            }
        }
        error = default;
        return rows;
    }

    private static HostEntry[]? Fail(ImageSections sections, WireErrorCode code, int index, int field, string what, out WireError error)
    {
        error = sections.Error(code, SectionId.Hosts, index, field, what);
        return null;
    }
}
