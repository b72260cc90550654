using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads keys and listed images.</summary>
internal static class KeyReader
{
    public static KeyEntry[]? Read(ImageSections sections, int labelCount, out WireError error)
    {
        var keys = new KeyEntry[sections[SectionId.Keys].Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var entry = sections.Entry(SectionId.Keys, i);
            keys[i] = new KeyEntry(
                (KeyRole)entry[KeyLayout.Role], BinaryPrimitives.ReadUInt16LittleEndian(entry[KeyLayout.Label..]), Digest.Read(entry[KeyLayout.Id..]));
            error = Check(sections, entry, keys, i, labelCount);
            if (error.IsError)
                return null;
        }
        if (keys.Length == 0 || keys[0].Role != KeyRole.Officer)
        {
            error = sections.Error(WireErrorCode.Inconsistent, SectionId.Keys, 0, KeyLayout.Role, "at least one officer, who may sign the next policy");
            return null;
        }
        error = default;
        return keys;
    }

    public static Digest[]? ReadImages(ImageSections sections, out WireError error)
    {
        var images = new Digest[sections[SectionId.Images].Count];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = Digest.Read(sections.Entry(SectionId.Images, i));
            if (i > 0 && images[i - 1].CompareTo(images[i]) >= 0)
            {
                error = sections.Error(WireErrorCode.NotCanonical, SectionId.Images, i, 0, "digests ascending");
                return null;
            }
        }
        error = default;
        return images;
    }

    private static WireError Check(ImageSections sections, ReadOnlySpan<byte> entry, KeyEntry[] keys, int i, int labelCount)
    {
        var key = keys[i];
        if (key.Role > KeyRole.Spec)
            return sections.Error(WireErrorCode.BadValue, SectionId.Keys, i, KeyLayout.Role, "role: 0 to 3");
        if (entry[KeyLayout.Reserved] != 0 || BinaryPrimitives.ReadUInt32LittleEndian(entry[KeyLayout.Reserved2..]) != 0)
            return sections.Error(WireErrorCode.Reserved, SectionId.Keys, i, KeyLayout.Reserved, "reserved bytes: zeros");
        if (key.Role == KeyRole.Spec ? key.Label >= labelCount : key.Label != KeyEntry.NoLabel)
            return sections.Error(WireErrorCode.BadReference, SectionId.Keys, i, KeyLayout.Label, "an index of a label for specs, else 0xffff");
        if (key.Id.IsZero || (i > 0 && keys[i - 1].CompareTo(key) >= 0))
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Keys, i, KeyLayout.Id, "keys ascending by role, label, id; no zero id");
        return default;
    }
}
