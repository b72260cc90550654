using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads names and source map, and holds each name against the stable key it must have.</summary>
internal static class NamesReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PolicyNames? Read(ReadOnlySpan<byte> image, out WireError error)
    {
        var header = ImageHeader.Read(image, out error);
        if (header is null)
            return null;
        var table = SectionTable.Read(image, header, withAccess: true, out error);
        if (table is null)
            return null;
        var sections = new ImageSections(image, table);
        var places = new NamePlaces(table, header);
        string[]? strings = [""];
        if (SectionTable.IsPresent(image, sections[SectionId.Names]))
            strings = ReadNames(sections, places, out error);
        if (strings is null)
            return null;
        Dictionary<(SourceKind, int), SourcePlace>? sources = [];
        if (SectionTable.IsPresent(image, sections[SectionId.Sources]))
            sources = ReadSources(sections, out error);
        return sources is null ? null : new PolicyNames(strings, places, sources);
    }

    private static string[]? ReadNames(ImageSections sections, NamePlaces places, out WireError error)
    {
        var section = sections[SectionId.Names];
        var strings = ReadStrings(sections.Bytes(SectionId.Names), section.Offset, SectionId.Names, out error);
        if (strings is null)
            return null;
        if (strings.Length != section.Count || strings.Length != places.End)
            return Fail(section, WireErrorCode.Inconsistent, $"{places.End} strings", out error);
        for (var i = 0; i < strings.Length; i++)
        {
            if (!places.IsReason(i) && Encoding.UTF8.GetByteCount(strings[i]) > Limits.NameBytes)
                return Fail(section, WireErrorCode.OutOfBounds, $"string {i}: a name of at most {Limits.NameBytes} bytes", out error);
        }
        return KeysAgree(sections, strings, places, out error) ? strings : null;
    }

    private static bool KeysAgree(ImageSections sections, string[] strings, NamePlaces places, out WireError error) =>
        KeysAgree(sections, strings, places.Types, SectionId.Types, KeyKind.Type, 0, out error)
        && KeysAgree(sections, strings, places.Labels, SectionId.Labels, KeyKind.Label, 0, out error)
        && KeysAgree(sections, strings, places.Conflicts, SectionId.Conflicts, KeyKind.ConflictSet, 0, out error)
        && KeysAgree(sections, strings, places.Hosts, SectionId.Hosts, KeyKind.Host, HostLayout.Key, out error)
        && KeysAgree(sections, strings, places.Racks, SectionId.Hosts, KeyKind.Rack, HostLayout.Rack, out error)
        && KeysAgree(sections, strings, places.Zones, SectionId.Hosts, KeyKind.Zone, HostLayout.Zone, out error);

    private static bool KeysAgree(ImageSections sections, string[] strings, int start, SectionId id, KeyKind kind, int field, out WireError error)
    {
        for (var i = 0; i < sections[id].Count; i++)
        {
            if (Writing.PolicyIndex.KeyOf(kind, strings[start + i]) != StableKey.Read(sections.Entry(id, i)[field..]))
            {
                error = sections.Error(WireErrorCode.Inconsistent, id, i, field, $"the key of its name '{strings[start + i]}'");
                return false;
            }
        }
        error = default;
        return true;
    }

    private static Dictionary<(SourceKind, int), SourcePlace>? ReadSources(ImageSections sections, out WireError error)
    {
        var section = sections[SectionId.Sources];
        var reader = new WireReader(sections.Bytes(SectionId.Sources), section.Offset);
        var namesLength = (int)Math.Min(reader.U32("length of the file names"), int.MaxValue);
        var names = reader.Bytes(namesLength, "file names");
        if (reader.Error.IsError)
        {
            error = reader.Error;
            return null;
        }
        var files = ReadStrings(names, section.Offset + sizeof(uint), SectionId.Sources, out error);
        return files is not null && Ascend(section, files, out error) ? ReadSources(sections, reader, files, out error) : null;
    }

    private static bool Ascend(Section section, string[] files, out WireError error)
    {
        error = default;
        for (var i = 1; i < files.Length && !error.IsError; i++)
        {
            if (string.CompareOrdinal(files[i - 1], files[i]) >= 0)
                error = new WireError(WireErrorCode.NotCanonical, section.Offset, $"{section.Id}: names of files ascending");
        }
        return !error.IsError;
    }

    private static Dictionary<(SourceKind, int), SourcePlace>? ReadSources(ImageSections sections, WireReader reader, string[] files, out WireError error)
    {
        var sources = new Dictionary<(SourceKind, int), SourcePlace>();
        var used = new HashSet<uint>();
        var last = (Kind: (byte)0, Index: -1L);
        for (var i = 0; i < sections[SectionId.Sources].Count; i++)
        {
            var kind = reader.U8("kind");
            reader.Zeros(SourceLayout.Index - SourceLayout.Reserved, "reserved bytes");
            var index = reader.U32("index");
            var file = reader.U32("file");
            var line = reader.U32("line");
            if (last.CompareTo((kind, index)) >= 0)
                reader.Fail(WireErrorCode.NotCanonical, "sources ascending by kind and index");
            if (kind > (byte)SourceKind.Host || index >= CountOf(sections, (SourceKind)kind) || file >= files.Length)
                reader.Fail(WireErrorCode.BadReference, "a thing and a file that exist");
            if (line == 0)
                reader.Fail(WireErrorCode.BadValue, "line: from 1");
            if (reader.Error.IsError)
                break;
            last = (kind, index);
            used.Add(file);
            sources.Add(((SourceKind)kind, (int)index), new SourcePlace(files[file], line));
        }
        reader.End("source map");
        if (used.Count != files.Length)
            reader.Fail(WireErrorCode.NotCanonical, "files in which something stands");
        error = reader.Error;
        return error.IsError ? null : sources;
    }

    private static long CountOf(ImageSections sections, SourceKind kind) => kind switch
    {
        SourceKind.Policy => 1,
        SourceKind.Type => sections[SectionId.Types].Count,
        SourceKind.Label => sections[SectionId.Labels].Count,
        SourceKind.Channel => sections[SectionId.Channels].Count,
        SourceKind.Conflict => sections[SectionId.Conflicts].Count,
        _ => sections[SectionId.Hosts].Count,
    };

    private static string[]? ReadStrings(ReadOnlySpan<byte> bytes, long origin, SectionId id, out WireError error)
    {
        var reader = new WireReader(bytes, origin);
        var count = reader.U32("number of strings");
        if (count > Limits.Names)
            reader.Fail(WireErrorCode.OutOfBounds, $"{id}: at most {Limits.Names} strings");
        var ends = reader.Bytes((int)Math.Min((long)count * sizeof(uint), int.MaxValue), "ends of the strings");
        var strings = new string[reader.Error.IsError ? 0 : (int)count];
        uint start = 0;
        for (var i = 0; i < strings.Length && !reader.Error.IsError; i++)
        {
            var end = BinaryPrimitives.ReadUInt32LittleEndian(ends[(i * sizeof(uint))..]);
            if (end < start || end - start > Limits.TextBytes)
                reader.Fail(WireErrorCode.OutOfBounds, $"string {i}: ends ascending, at most {Limits.TextBytes} bytes each");
            strings[i] = ReadString(ref reader, reader.Error.IsError ? 0 : (int)(end - start));
            start = end;
        }
        reader.End("strings");
        error = reader.Error;
        return error.IsError ? null : strings;
    }

    private static string ReadString(ref WireReader reader, int length)
    {
        var bytes = reader.Bytes(length, "string");
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // The only way the decoder says that the bytes are no UTF-8.
            reader.Fail(WireErrorCode.BadValue, "string: valid UTF-8");
            return "";
        }
    }

    private static string[]? Fail(Section section, WireErrorCode code, string what, out WireError error)
    {
        error = new WireError(code, section.Offset, $"{section.Id}: {what}");
        return null;
    }
}
