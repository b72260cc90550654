using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads labels and their types: sorted, levels that exist, low ≤ high, and no two types of one label in conflict.</summary>
internal static class LabelReader
{
    public static LabelEntry[]? Read(ImageSections sections, ImageHeader header, out WireError error)
    {
        var labels = new LabelEntry[sections[SectionId.Labels].Count];
        var nextType = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var entry = sections.Entry(SectionId.Labels, i);
            labels[i] = Parse(entry, out var firstType);
            error = CheckPlace(sections, labels, i, firstType, nextType);
            if (!error.IsError)
                error = CheckLevels(sections, header, entry, labels[i].Levels, i);
            if (error.IsError)
                return null;
            nextType += labels[i].TypeCount;
        }
        error = default;
        return labels;
    }

    public static ushort[]? ReadTypes(ImageSections sections, LabelEntry[] labels, int typeCount, out WireError error)
    {
        var all = new ushort[sections[SectionId.LabelTypes].Count];
        var bytes = sections.Bytes(SectionId.LabelTypes);
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
            if (all[i] >= typeCount)
                return Fail(sections, WireErrorCode.BadReference, i, "an index of a type", out error);
        }
        var used = labels.Length == 0 ? 0 : labels[^1].FirstType + labels[^1].TypeCount;
        if (used != all.Length)
            return Fail(sections, WireErrorCode.Inconsistent, Math.Min(used, all.Length), $"{used} entries, as the labels say", out error);
        foreach (var label in labels)
        {
            for (var i = label.FirstType + 1; i < label.FirstType + label.TypeCount; i++)
            {
                if (all[i - 1] >= all[i])
                    return Fail(sections, WireErrorCode.NotCanonical, i, "types of a label ascending", out error);
            }
        }
        error = default;
        return all;
    }

    /// <summary>A label that held two conflicting types would escape its set: refuse the image.</summary>
    public static bool HaveNoConflict(
        ImageSections sections, TypeEntry[] types, LabelEntry[] labels, ushort[] labelTypes, ushort[] members, Seating seating, out WireError error)
    {
        var collisions = new Collisions(types, members, seating);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].TypeCount > 1 && collisions.Any(labelTypes.AsSpan(labels[i].FirstType, labels[i].TypeCount), i))
            {
                error = sections.Error(WireErrorCode.Inconsistent, SectionId.Labels, i, LabelLayout.FirstType, "no two types in conflict");
                return false;
            }
        }
        error = default;
        return true;
    }

    private static LabelEntry Parse(ReadOnlySpan<byte> entry, out uint firstType)
    {
        firstType = BinaryPrimitives.ReadUInt32LittleEndian(entry[LabelLayout.FirstType..]);
        var low = new Secrecy(entry[LabelLayout.SecrecyLow], BinaryPrimitives.ReadUInt64LittleEndian(entry[LabelLayout.CategoriesLow..]));
        var high = new Secrecy(entry[LabelLayout.SecrecyHigh], BinaryPrimitives.ReadUInt64LittleEndian(entry[LabelLayout.CategoriesHigh..]));
        var levels = new LabelLevels(low, high, entry[LabelLayout.IntegrityLow], entry[LabelLayout.IntegrityHigh]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(entry[LabelLayout.TypeCount..]);
        return new LabelEntry(StableKey.Read(entry), (int)Math.Min(firstType, int.MaxValue), count, levels);
    }

    private static WireError CheckPlace(ImageSections sections, LabelEntry[] labels, int i, uint firstType, int nextType)
    {
        if (labels[i].Key.IsZero || (i > 0 && labels[i - 1].Key.CompareTo(labels[i].Key) >= 0))
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Labels, i, LabelLayout.Key, "keys ascending, not zero");
        if (firstType != (uint)nextType)
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Labels, i, LabelLayout.FirstType, $"first type: {nextType}");
        if (labels[i].TypeCount is 0 or > Limits.TypesPerLabel)
            return sections.Error(WireErrorCode.OutOfBounds, SectionId.Labels, i, LabelLayout.TypeCount, $"1 to {Limits.TypesPerLabel} types");
        return default;
    }

    private static WireError CheckLevels(ImageSections sections, ImageHeader header, ReadOnlySpan<byte> entry, LabelLevels levels, int i)
    {
        if (levels.SecrecyHigh.Level >= header.SecrecyLevels || levels.SecrecyLow.Level >= header.SecrecyLevels)
            return sections.Error(WireErrorCode.BadReference, SectionId.Labels, i, LabelLayout.SecrecyLow, "secrecy levels that exist");
        if (levels.IntegrityHigh >= header.IntegrityLevels || levels.IntegrityLow >= header.IntegrityLevels)
            return sections.Error(WireErrorCode.BadReference, SectionId.Labels, i, LabelLayout.IntegrityLow, "integrity levels that exist");
        var known = header.Categories == 64 ? ulong.MaxValue : (1UL << header.Categories) - 1;
        if (((levels.SecrecyLow.Categories | levels.SecrecyHigh.Categories) & ~known) != 0)
            return sections.Error(WireErrorCode.BadReference, SectionId.Labels, i, LabelLayout.CategoriesLow, "categories that exist");
        if (!levels.SecrecyHigh.Dominates(levels.SecrecyLow))
            return sections.Error(WireErrorCode.Inconsistent, SectionId.Labels, i, LabelLayout.SecrecyHigh, "highest secrecy dominates lowest");
        if (levels.IntegrityHigh < levels.IntegrityLow)
            return sections.Error(WireErrorCode.Inconsistent, SectionId.Labels, i, LabelLayout.IntegrityHigh, "highest integrity not below lowest");
        if (entry[LabelLayout.Reserved..].ContainsAnyExcept((byte)0))
            return sections.Error(WireErrorCode.Reserved, SectionId.Labels, i, LabelLayout.Reserved, "reserved bytes: zeros");
        return default;
    }

    private static ushort[]? Fail(ImageSections sections, WireErrorCode code, int index, string what, out WireError error)
    {
        error = sections.Error(code, SectionId.LabelTypes, index, 0, what);
        return null;
    }
}
