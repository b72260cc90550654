using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of hosts, listed images, keys and renames.</summary>
internal static class HostDamages
{
    private const int KeySize = 16;
    private const int Id = 8;
    private const int Index = 16;
    private const int Kind = 18;

    public static IEnumerable<ReaderDamage> All => [.. Hosts(), .. Keys(), .. Renames(), .. RenameKeys()];

    private static IEnumerable<ReaderDamage> Hosts() =>
    [
        Host("two hosts are in the wrong order", WireErrorCode.NotCanonical, 1, 0, "keys", parts => parts.Swap(SectionId.Hosts, 0, 1)),
        Host("a host stands twice", WireErrorCode.NotCanonical, 2, 0, "keys", parts => parts.Copy(SectionId.Hosts, 1, 2)),
        Host("two hosts are the default", WireErrorCode.NotCanonical, 1, 0, "keys", parts => parts.Clear(SectionId.Hosts, 1, 0, KeySize)),
        Host("a host half requires attestation", WireErrorCode.BadValue, 1, 48, "attest", parts => parts.U8(SectionId.Hosts, 1, 48, 2)),
        Host("the first reserved byte of a host is set", WireErrorCode.Reserved, 2, 49, "reserved", parts => parts.U8(SectionId.Hosts, 2, 49, 1)),
        Host("the last reserved byte of a host is set", WireErrorCode.Reserved, 2, 49, "reserved", parts => parts.U8(SectionId.Hosts, 2, 55, 1)),
        Row("there is a row of types too many", WireErrorCode.Inconsistent, 0, "1 words for each of 3 hosts", parts => parts.Append(SectionId.HostTypes)),
        Row("there is a row of types too few", WireErrorCode.Inconsistent, 0, "1 words for each of 3 hosts", parts => parts.RemoveLast(SectionId.HostTypes)),
        Row("a host runs one past the last type", WireErrorCode.Reserved, 1, "bits past", parts => parts.U8(SectionId.HostTypes, 1, 1, 1)),
        Row("a host runs type 63 of 8", WireErrorCode.Reserved, 2, "bits past", parts => parts.U8(SectionId.HostTypes, 2, 7, 0x80)),
        Image("two images are in the wrong order", 1, parts => parts.Swap(SectionId.Images, 0, 1)),
        Image("an image stands twice", 2, parts => parts.Copy(SectionId.Images, 1, 2)),
    ];

    private static IEnumerable<ReaderDamage> Keys()
    {
        var spec = Specimen.Key(KeyRole.Spec);
        return
        [
            Key("a key has role 4", WireErrorCode.BadValue, 3, 0, "role", parts => parts.U8(SectionId.Keys, 3, 0, 4)),
            Key("the first reserved byte of a key is set", WireErrorCode.Reserved, 2, 1, "reserved", parts => parts.U8(SectionId.Keys, 2, 1, 1)),
            Key("the last reserved byte of a key is set", WireErrorCode.Reserved, 2, 1, "reserved", parts => parts.U8(SectionId.Keys, 2, 7, 1)),
            Key("an officer has a label", WireErrorCode.BadReference, 0, 2, "an index", parts => parts.U16(SectionId.Keys, 0, 2, 0)),
            Key("a key for specs has no label", WireErrorCode.BadReference, spec, 2, "an index", parts => parts.U16(SectionId.Keys, spec, 2, 0xffff)),
            Key("a key for specs is of one past the last label", WireErrorCode.BadReference, spec, 2, "an index",
                parts => parts.U16(SectionId.Keys, spec, 2, (ushort)Specimen.Policy.LabelCount)),
            Key("a key has the zero id", WireErrorCode.NotCanonical, 0, Id, "keys", parts => parts.Clear(SectionId.Keys, 0, Id, 32)),
            Key("two keys are in the wrong order", WireErrorCode.NotCanonical, 1, Id, "keys", parts => parts.Swap(SectionId.Keys, 0, 1)),
            Key("roles are in the wrong order", WireErrorCode.NotCanonical, 3, Id, "keys", parts => parts.Swap(SectionId.Keys, 2, 3)),
            Key("a key stands twice", WireErrorCode.NotCanonical, 1, Id, "keys", parts => parts.Copy(SectionId.Keys, 0, 1)),
            Key("there is no key", WireErrorCode.Inconsistent, 0, 0, "at least one officer", parts => parts.Empty(SectionId.Keys)),
            Key("there is no officer", WireErrorCode.Inconsistent, 0, 0, "at least one officer", parts =>
            {
                parts[SectionId.Keys].Bytes = parts[SectionId.Keys].Bytes[(2 * 40)..];
                parts[SectionId.Keys].Count -= 2;
            }),
        ];
    }

    /// <summary>Of the four renames the first two are of types, the others of labels.</summary>
    private static IEnumerable<ReaderDamage> Renames() =>
    [
        Rename("a rename has kind 2", WireErrorCode.BadValue, 0, Kind, "kind", parts => parts.U8(SectionId.Renames, 0, Kind, 2)),
        Rename("the first reserved byte of a rename is set", WireErrorCode.Reserved, 1, 19, "reserved", parts => parts.U8(SectionId.Renames, 1, 19, 1)),
        Rename("the last reserved byte of a rename is set", WireErrorCode.Reserved, 1, 19, "reserved", parts => parts.U8(SectionId.Renames, 1, 23, 1)),
        Rename("a rename is of one past the last type", WireErrorCode.BadReference, 1, Index, "an index",
            parts => parts.U16(SectionId.Renames, 1, Index, (ushort)Specimen.Policy.Types.Length)),
        Rename("a rename is of one past the last label", WireErrorCode.BadReference, 3, Index, "an index",
            parts => parts.U16(SectionId.Renames, 3, Index, (ushort)Specimen.Policy.LabelCount)),
        Rename("two renames are in the wrong order", WireErrorCode.NotCanonical, 1, Index, "renames ascending", parts => parts.Swap(SectionId.Renames, 0, 1)),
        Rename("a label's rename is before a type's", WireErrorCode.NotCanonical, 2, Index, "renames ascending", parts => parts.Swap(SectionId.Renames, 1, 2)),
        Rename("a type is renamed twice", WireErrorCode.NotCanonical, 1, Index, "renames ascending",
            parts => parts.U16(SectionId.Renames, 1, Index, parts.U16(SectionId.Renames, 0, Index))),
    ];

    private static IEnumerable<ReaderDamage> RenameKeys() =>
    [
        Rename("an old key is zero", WireErrorCode.Inconsistent, 0, 0, "a former key", parts => parts.Clear(SectionId.Renames, 0, 0, KeySize)),
        Rename("an old key is that of two types", WireErrorCode.Inconsistent, 1, 0, "a former key", parts => CopyKey(parts, SectionId.Renames, 0, 1)),
        Rename("an old key is that of two labels", WireErrorCode.Inconsistent, 3, 0, "a former key", parts => CopyKey(parts, SectionId.Renames, 2, 3)),
        Rename("an old key is that of a type", WireErrorCode.Inconsistent, 1, 0, "a former key", parts => CopyKey(parts, SectionId.Types, 5, 1)),
        Rename("an old key is that of a label", WireErrorCode.Inconsistent, 2, 0, "a former key", parts => CopyKey(parts, SectionId.Labels, 9, 2)),
        Rename("an old key is that of the type itself", WireErrorCode.Inconsistent, 0, 0, "a former key",
            parts => CopyKey(parts, SectionId.Types, parts.U16(SectionId.Renames, 0, Index), 0)),
    ];

    private static void CopyKey(ImageParts parts, SectionId id, int from, int to) =>
        parts[id].Bytes.AsSpan(from * ImageLayout.EntrySize(id), KeySize)
            .CopyTo(parts[SectionId.Renames].Bytes.AsSpan(to * ImageLayout.EntrySize(SectionId.Renames)));

    private static ReaderDamage Host(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Hosts, index, field, what, change);

    private static ReaderDamage Row(string name, WireErrorCode code, int index, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.HostTypes, index, 0, what, change);

    private static ReaderDamage Image(string name, int index, Action<ImageParts> change) =>
        ReaderDamage.Of(name, WireErrorCode.NotCanonical, SectionId.Images, index, 0, "digests ascending", change);

    private static ReaderDamage Key(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Keys, index, field, what, change);

    private static ReaderDamage Rename(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Renames, index, field, what, change);
}
