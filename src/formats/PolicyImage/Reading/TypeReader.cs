using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads the types: sorted, parents that exist, no cycle, not too deep.</summary>
internal static class TypeReader
{
    public static TypeEntry[]? Read(ImageSections sections, out WireError error)
    {
        var types = new TypeEntry[sections[SectionId.Types].Count];
        for (var i = 0; i < types.Length; i++)
        {
            var entry = sections.Entry(SectionId.Types, i);
            types[i] = new TypeEntry(StableKey.Read(entry), BinaryPrimitives.ReadUInt16LittleEndian(entry[TypeLayout.Parent..]));
            if (types[i].Key.IsZero || (i > 0 && types[i - 1].Key.CompareTo(types[i].Key) >= 0))
                return Fail(sections, WireErrorCode.NotCanonical, i, TypeLayout.Key, "keys ascending, not zero", out error);
            if (types[i].Parent != TypeEntry.NoParent && types[i].Parent >= types.Length)
                return Fail(sections, WireErrorCode.BadReference, i, TypeLayout.Parent, "parent: an index of a type, or 0xffff", out error);
            if (entry[TypeLayout.Reserved..].ContainsAnyExcept((byte)0))
                return Fail(sections, WireErrorCode.Reserved, i, TypeLayout.Reserved, "reserved bytes: zeros", out error);
        }
        var endless = Ancestry.FirstEndless(types);
        if (endless >= 0)
            return Fail(sections, WireErrorCode.Inconsistent, endless, TypeLayout.Parent, $"ancestors: no cycle, at most {Limits.TypeDepth}", out error);
        error = default;
        return types;
    }

    private static TypeEntry[]? Fail(ImageSections sections, WireErrorCode code, int index, int field, string what, out WireError error)
    {
        error = sections.Error(code, SectionId.Types, index, field, what);
        return null;
    }
}
