using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of types, conflict sets and their members.</summary>
internal static class TypeDamages
{
    public static IEnumerable<ReaderDamage> All => [.. Types(), .. Conflicts(), .. Members()];

    private static IEnumerable<ReaderDamage> Types()
    {
        var (sensors, insurer) = (Specimen.Type("sensors"), Specimen.Type("insurer"));
        var count = (ushort)Specimen.Content.Types.Count;
        return
        [
            Type("a type has the zero key", WireErrorCode.NotCanonical, 0, 0, "keys", parts => parts.Clear(SectionId.Types, 0, 0, 16)),
            Type("two types are in the wrong order", WireErrorCode.NotCanonical, 5, 0, "keys", parts => parts.SwapKeys(SectionId.Types, 4, 5)),
            Type("a type stands twice", WireErrorCode.NotCanonical, 1, 0, "keys", parts => parts.Copy(SectionId.Types, 0, 1)),
            Type("a parent is one past the last type", WireErrorCode.BadReference, 3, 16, "parent", parts => parts.U16(SectionId.Types, 3, 16, count)),
            Type("a parent is almost none", WireErrorCode.BadReference, 3, 16, "parent", parts => parts.U16(SectionId.Types, 3, 16, 0xfffe)),
            Type("the first reserved byte of a type is set", WireErrorCode.Reserved, 2, 18, "reserved", parts => parts.U8(SectionId.Types, 2, 18, 1)),
            Type("the last reserved byte of a type is set", WireErrorCode.Reserved, 2, 18, "reserved", parts => parts.U8(SectionId.Types, 2, 23, 1)),
            Type("a type is its own parent", WireErrorCode.Inconsistent, sensors, 16, "ancestors",
                parts => parts.U16(SectionId.Types, sensors, 16, (ushort)sensors)),
            Type("the first type is its own parent", WireErrorCode.Inconsistent, 0, 16, "ancestors", parts => parts.U16(SectionId.Types, 0, 16, 0)),
            Type("two types are each other's parent", WireErrorCode.Inconsistent, Math.Min(sensors, insurer), 16, "ancestors", parts =>
            {
                parts.U16(SectionId.Types, sensors, 16, (ushort)insurer);
                parts.U16(SectionId.Types, insurer, 16, (ushort)sensors);
            }),
        ];
    }

    private static IEnumerable<ReaderDamage> Conflicts() =>
    [
        Conflict("a set has the zero key", WireErrorCode.NotCanonical, 0, 0, "keys", parts => parts.Clear(SectionId.Conflicts, 0, 0, 16)),
        Conflict("two sets are in the wrong order", WireErrorCode.NotCanonical, 1, 0, "keys", parts => parts.SwapKeys(SectionId.Conflicts, 0, 1)),
        Conflict("a set stands twice", WireErrorCode.NotCanonical, 2, 0, "keys", parts => parts.Copy(SectionId.Conflicts, 1, 2)),
        Conflict("a set leaves out a member", WireErrorCode.NotCanonical, 1, 16, "first member",
            parts => parts.U32(SectionId.Conflicts, 1, 16, parts.U32(SectionId.Conflicts, 1, 16) + 1)),
        Conflict("a set takes a member of another", WireErrorCode.NotCanonical, 1, 16, "first member",
            parts => parts.U32(SectionId.Conflicts, 1, 16, parts.U32(SectionId.Conflicts, 1, 16) - 1)),
        Conflict("a set begins beyond all numbers", WireErrorCode.NotCanonical, 0, 16, "first member",
            parts => parts.U32(SectionId.Conflicts, 0, 16, uint.MaxValue)),
        Conflict("a set has no member", WireErrorCode.OutOfBounds, 2, 20, "2 to 256", parts => parts.U16(SectionId.Conflicts, 2, 20, 0)),
        Conflict("a set has one member", WireErrorCode.OutOfBounds, 2, 20, "2 to 256", parts => parts.U16(SectionId.Conflicts, 2, 20, 1)),
        Conflict("a set has 257 members", WireErrorCode.OutOfBounds, 0, 20, "2 to 256", parts => parts.U16(SectionId.Conflicts, 0, 20, 257)),
        Conflict("a set has scope 3", WireErrorCode.BadValue, 1, 22, "scope", parts => parts.U8(SectionId.Conflicts, 1, 22, 3)),
        Conflict("a set has mode 2", WireErrorCode.BadValue, 1, 23, "mode", parts => parts.U8(SectionId.Conflicts, 1, 23, 2)),
    ];

    private static IEnumerable<ReaderDamage> Members() =>
    [
        Member("a member is one past the last type", WireErrorCode.BadReference, 6, "an index",
            parts => parts.U16(SectionId.Members, 6, 0, (ushort)Specimen.Content.Types.Count)),
        Member("there is a member too many", WireErrorCode.Inconsistent, 7, "7 entries", parts => parts.Append(SectionId.Members)),
        Member("there is a member too few", WireErrorCode.Inconsistent, 6, "7 entries", parts => parts.RemoveLast(SectionId.Members)),
        Member("there are members without sets", WireErrorCode.Inconsistent, 0, "0 entries", parts => parts.Empty(SectionId.Conflicts)),
        Member("two members are in the wrong order", WireErrorCode.NotCanonical, 1, "members", parts => parts.Swap(SectionId.Members, 0, 1)),
        Member("a member stands twice", WireErrorCode.NotCanonical, 6, "members", parts => parts.Copy(SectionId.Members, 5, 6)),
    ];

    private static ReaderDamage Type(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Types, index, field, what, change);

    private static ReaderDamage Conflict(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Conflicts, index, field, what, change);

    private static ReaderDamage Member(string name, WireErrorCode code, int index, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Members, index, 0, what, change);
}
