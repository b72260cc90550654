using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads the renames: one at most for a thing, from a name that is no longer used and that no other thing takes.</summary>
internal static class RenameReader
{
    public static RenameEntry[]? Read(ImageSections sections, TypeEntry[] types, LabelEntry[] labels, out WireError error)
    {
        var renames = new RenameEntry[sections[SectionId.Renames].Count];
        for (var i = 0; i < renames.Length; i++)
        {
            var entry = sections.Entry(SectionId.Renames, i);
            renames[i] = new RenameEntry(
                entry[RenameLayout.Kind] == 0 ? KeyKind.Type : KeyKind.Label,
                BinaryPrimitives.ReadUInt16LittleEndian(entry[RenameLayout.Index..]),
                StableKey.Read(entry[RenameLayout.OldKey..]));
            error = Check(sections, entry, renames, i, types, labels);
            if (error.IsError)
                return null;
        }
        error = default;
        return renames;
    }

    private static WireError Check(ImageSections sections, ReadOnlySpan<byte> entry, RenameEntry[] renames, int i, TypeEntry[] types, LabelEntry[] labels)
    {
        var rename = renames[i];
        if (entry[RenameLayout.Kind] > 1)
            return sections.Error(WireErrorCode.BadValue, SectionId.Renames, i, RenameLayout.Kind, "kind: 0 or 1");
        if (entry[RenameLayout.Reserved..].ContainsAnyExcept((byte)0))
            return sections.Error(WireErrorCode.Reserved, SectionId.Renames, i, RenameLayout.Reserved, "reserved bytes: zeros");
        if (rename.Index >= (rename.Kind == KeyKind.Type ? types.Length : labels.Length))
            return sections.Error(WireErrorCode.BadReference, SectionId.Renames, i, RenameLayout.Index, "an index of a type or label");
        if (i > 0 && (renames[i - 1].Kind, renames[i - 1].Index).CompareTo((rename.Kind, rename.Index)) >= 0)
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Renames, i, RenameLayout.Index, "renames ascending by kind and index");
        if (rename.OldKey.IsZero || IsTaken(renames.AsSpan(0, i), rename) || IsKeyOf(rename, types, labels))
            return sections.Error(WireErrorCode.Inconsistent, SectionId.Renames, i, RenameLayout.OldKey, "a former key that nothing else has or had");
        return default;
    }

    private static bool IsTaken(ReadOnlySpan<RenameEntry> before, RenameEntry rename)
    {
        foreach (var other in before)
        {
            if (other.Kind == rename.Kind && other.OldKey == rename.OldKey)
                return true;
        }
        return false;
    }

    private static bool IsKeyOf(RenameEntry rename, TypeEntry[] types, LabelEntry[] labels) =>
        rename.Kind == KeyKind.Type
            ? Array.Exists(types, type => type.Key == rename.OldKey)
            : Array.Exists(labels, label => label.Key == rename.OldKey);
}
