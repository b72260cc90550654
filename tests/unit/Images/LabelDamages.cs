using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of labels and their types.</summary>
internal static class LabelDamages
{
    private const int KeySize = 16;
    private const int FirstType = 16;
    private const int TypeCount = 20;

    public static IEnumerable<ReaderDamage> All => [.. Places(), .. Levels(), .. Types(), .. Conflicts()];

    private static IEnumerable<ReaderDamage> Places() =>
    [
        Label("a label has the zero key", WireErrorCode.NotCanonical, 0, 0, "keys", parts => parts.Clear(SectionId.Labels, 0, 0, KeySize)),
        Label("two labels are in the wrong order", WireErrorCode.NotCanonical, 9, 0, "keys", parts => parts.SwapKeys(SectionId.Labels, 8, 9)),
        Label("a label stands twice", WireErrorCode.NotCanonical, 1, 0, "keys", parts => parts.Copy(SectionId.Labels, 0, 1)),
        Label("a label leaves out a type", WireErrorCode.NotCanonical, 2, FirstType, "first type",
            parts => parts.U32(SectionId.Labels, 2, FirstType, parts.U32(SectionId.Labels, 2, FirstType) + 1)),
        Label("a label begins beyond all numbers", WireErrorCode.NotCanonical, 0, FirstType, "first type",
            parts => parts.U32(SectionId.Labels, 0, FirstType, uint.MaxValue)),
        Label("a label has no type", WireErrorCode.OutOfBounds, 4, TypeCount, "1 to 64", parts => parts.U16(SectionId.Labels, 4, TypeCount, 0)),
        Label("a label has 65 types", WireErrorCode.OutOfBounds, 4, TypeCount, "1 to 64", parts => parts.U16(SectionId.Labels, 4, TypeCount, 65)),
        Label("the first reserved byte of a label is set", WireErrorCode.Reserved, 5, 42, "reserved", parts => parts.U8(SectionId.Labels, 5, 42, 1)),
        Label("the last reserved byte of a label is set", WireErrorCode.Reserved, 5, 42, "reserved", parts => parts.U8(SectionId.Labels, 5, 47, 1)),
    ];

    private static IEnumerable<ReaderDamage> Levels() =>
    [
        Label("the lowest secrecy does not exist", WireErrorCode.BadReference, 3, 22, "secrecy levels", parts => parts.U8(SectionId.Labels, 3, 22, 3)),
        Label("the highest secrecy does not exist", WireErrorCode.BadReference, 3, 22, "secrecy levels", parts => parts.U8(SectionId.Labels, 3, 23, 3)),
        Label("the lowest integrity does not exist", WireErrorCode.BadReference, 3, 40, "integrity levels", parts => parts.U8(SectionId.Labels, 3, 40, 2)),
        Label("the highest integrity does not exist", WireErrorCode.BadReference, 3, 40, "integrity levels", parts => parts.U8(SectionId.Labels, 3, 41, 2)),
        Label("a category of the lowest secrecy does not exist", WireErrorCode.BadReference, 3, 24, "categories",
            parts => parts.U8(SectionId.Labels, 3, 24, 8)),
        Label("a category of the highest secrecy does not exist", WireErrorCode.BadReference, 3, 24, "categories",
            parts => parts.U8(SectionId.Labels, 3, 39, 0x80)),
        Label("the lowest secrecy is above the highest", WireErrorCode.Inconsistent, 3, 23, "highest secrecy", parts =>
        {
            parts.U8(SectionId.Labels, 3, 22, 2);
            parts.U8(SectionId.Labels, 3, 23, 1);
        }),
        Label("the lowest secrecy has a category more", WireErrorCode.Inconsistent, 3, 23, "highest secrecy", parts =>
        {
            parts.U8(SectionId.Labels, 3, 24, 3);
            parts.U8(SectionId.Labels, 3, 32, 5);
        }),
        Label("the lowest integrity is above the highest", WireErrorCode.Inconsistent, 3, 41, "highest integrity", parts =>
        {
            parts.U8(SectionId.Labels, 3, 40, 1);
            parts.U8(SectionId.Labels, 3, 41, 0);
        }),
    ];

    private static IEnumerable<ReaderDamage> Types()
    {
        var count = Specimen.Content.Labels.Sum(label => label.Types.Count);
        var first = Specimen.Policy.Labels[Specimen.Label("wide")].FirstType;
        return
        [
            LabelType("a label's type is one past the last type", WireErrorCode.BadReference, 4, "an index",
                parts => parts.U16(SectionId.LabelTypes, 4, 0, (ushort)Specimen.Content.Types.Count)),
            LabelType("there is a label's type too many", WireErrorCode.Inconsistent, count, $"{count} entries",
            parts => parts.Append(SectionId.LabelTypes)),
            LabelType("there is a label's type too few", WireErrorCode.Inconsistent, count - 1, $"{count} entries",
            parts => parts.RemoveLast(SectionId.LabelTypes)),
            LabelType("there are labels' types without labels", WireErrorCode.Inconsistent, 0, "0 entries", parts => parts.Empty(SectionId.Labels)),
            LabelType("two types of a label are in the wrong order", WireErrorCode.NotCanonical, first + 1, "types of a label",
                parts => parts.Swap(SectionId.LabelTypes, first, first + 1)),
            LabelType("a type of a label stands twice", WireErrorCode.NotCanonical, first + 2, "types of a label",
                parts => parts.Copy(SectionId.LabelTypes, first + 1, first + 2)),
        ];
    }

    private static IEnumerable<ReaderDamage> Conflicts() =>
    [
        Pair("a label has two members of a set", "a-bank", "b-bank"),
        Pair("a label has two members of a set with a history", "clearing", "insurer"),
        Pair("a label has a member of a set and an heir of another", "a-bank.desk", "b-bank"),
        Pair("a label has an heir of a member of a set and another member", "backup", "sensors"),
    ];

    /// <summary>Gives the label of two types two others.</summary>
    private static ReaderDamage Pair(string name, string type, string other) =>
        Label(name, WireErrorCode.Inconsistent, Specimen.Label("pair"), FirstType, "no two types in conflict", parts =>
        {
            var first = (int)parts.U32(SectionId.Labels, Specimen.Label("pair"), FirstType);
            var types = new[] { Specimen.Type(type), Specimen.Type(other) }.Order().ToArray();
            parts.U16(SectionId.LabelTypes, first, 0, (ushort)types[0]);
            parts.U16(SectionId.LabelTypes, first + 1, 0, (ushort)types[1]);
        });

    private static ReaderDamage Label(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Labels, index, field, what, change);

    private static ReaderDamage LabelType(string name, WireErrorCode code, int index, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.LabelTypes, index, 0, what, change);
}
