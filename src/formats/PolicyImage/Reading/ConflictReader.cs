using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads the conflict sets and their members.</summary>
internal static class ConflictReader
{
    public static ConflictEntry[]? Read(ImageSections sections, out WireError error)
    {
        var conflicts = new ConflictEntry[sections[SectionId.Conflicts].Count];
        var nextMember = 0;
        for (var i = 0; i < conflicts.Length; i++)
        {
            var entry = sections.Entry(SectionId.Conflicts, i);
            var firstMember = BinaryPrimitives.ReadUInt32LittleEndian(entry[ConflictLayout.FirstMember..]);
            conflicts[i] = new ConflictEntry(
                StableKey.Read(entry),
                (int)Math.Min(firstMember, int.MaxValue),
                BinaryPrimitives.ReadUInt16LittleEndian(entry[ConflictLayout.MemberCount..]),
                (WallScope)entry[ConflictLayout.Scope],
                (WallMode)entry[ConflictLayout.Mode]);
            error = Check(sections, conflicts, i, nextMember);
            if (error.IsError)
                return null;
            nextMember += conflicts[i].MemberCount;
        }
        error = default;
        return conflicts;
    }

    public static ushort[]? ReadMembers(ImageSections sections, ConflictEntry[] conflicts, int typeCount, out WireError error)
    {
        var members = new ushort[sections[SectionId.Members].Count];
        var bytes = sections.Bytes(SectionId.Members);
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
            if (members[i] >= typeCount)
                return Fail(sections, WireErrorCode.BadReference, i, "an index of a type", out error);
        }
        var used = conflicts.Length == 0 ? 0 : conflicts[^1].FirstMember + conflicts[^1].MemberCount;
        if (used != members.Length)
            return Fail(sections, WireErrorCode.Inconsistent, Math.Min(used, members.Length), $"{used} entries, as the sets say", out error);
        foreach (var conflict in conflicts)
        {
            for (var i = conflict.FirstMember + 1; i < conflict.FirstMember + conflict.MemberCount; i++)
            {
                if (members[i - 1] >= members[i])
                    return Fail(sections, WireErrorCode.NotCanonical, i, "members of a set ascending", out error);
            }
        }
        error = default;
        return members;
    }

    private static WireError Check(ImageSections sections, ConflictEntry[] conflicts, int i, int nextMember)
    {
        var conflict = conflicts[i];
        if (conflict.Key.IsZero || (i > 0 && conflicts[i - 1].Key.CompareTo(conflict.Key) >= 0))
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Conflicts, i, ConflictLayout.Key, "keys ascending, not zero");
        if (conflict.FirstMember != nextMember)
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Conflicts, i, ConflictLayout.FirstMember, $"first member: {nextMember}");
        if (conflict.MemberCount is < 2 or > Limits.MembersPerConflict)
            return sections.Error(WireErrorCode.OutOfBounds, SectionId.Conflicts, i, ConflictLayout.MemberCount, $"2 to {Limits.MembersPerConflict} members");
        if (conflict.Scope > WallScope.Zone)
            return sections.Error(WireErrorCode.BadValue, SectionId.Conflicts, i, ConflictLayout.Scope, "scope: 0 to 2");
        if (conflict.Mode > WallMode.History)
            return sections.Error(WireErrorCode.BadValue, SectionId.Conflicts, i, ConflictLayout.Mode, "mode: 0 or 1");
        return default;
    }

    private static ushort[]? Fail(ImageSections sections, WireErrorCode code, int index, string what, out WireError error)
    {
        error = sections.Error(code, SectionId.Members, index, 0, what);
        return null;
    }
}
