using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Damages of channels and of the access table.</summary>
internal static class ChannelDamages
{
    private const int Port = 4;
    private const int Kind = 8;
    private const int Initiator = 9;
    private const int Directions = 10;

    private static readonly int Vsock = IndexOf(AccessKind.Vsock);
    private static readonly int Memory = IndexOf(AccessKind.Memory);
    private static readonly int Volume = IndexOf(AccessKind.Volume);

    public static IEnumerable<ReaderDamage> All => [.. Fields(), .. Ends(), .. Rows(), .. ChannelBits()];

    private static IEnumerable<ReaderDamage> Fields() =>
    [
        Set("a channel has kind 0", WireErrorCode.BadValue, Memory, Kind, "kind", 0),
        Set("a channel has kind 4", WireErrorCode.BadValue, Memory, Kind, "kind", 4),
        Set("a channel has initiator 2", WireErrorCode.BadValue, Vsock, Initiator, "initiator", 2),
        Set("the reserved byte of a channel is set", WireErrorCode.Reserved, Vsock, 11, "reserved", 1),
        Channel("a connection has port 0", WireErrorCode.BadValue, Vsock, Port, "port", parts => parts.U32(SectionId.Channels, Vsock, Port, 0)),
        Channel("a window has a port", WireErrorCode.BadValue, Memory, Port, "port", parts => parts.U32(SectionId.Channels, Memory, Port, 1)),
        Channel("a volume has a port", WireErrorCode.BadValue, Volume, Port, "port", parts => parts.U32(SectionId.Channels, Volume, Port, 0x8000_0000)),
        Set("a connection goes one way", WireErrorCode.BadValue, Vsock, Directions, "flows", 1),
        Set("a window goes no way", WireErrorCode.BadValue, Memory, Directions, "flows", 0),
        Set("a window goes a third way", WireErrorCode.BadValue, Memory, Directions, "flows", 4),
        Set("a volume is read and written", WireErrorCode.BadValue, Volume, Directions, "flows", 3),
        Channel("a volume is written", WireErrorCode.BadValue, Volume, Directions, "flows", parts => parts.Flip(SectionId.Channels, Volume, Directions, 3)),
        Channel("a volume is read by who may not open it", WireErrorCode.BadValue, Volume, Directions, "flows",
            parts => parts.Flip(SectionId.Channels, Volume, Initiator, 1)),
    ];

    private static IEnumerable<ReaderDamage> Ends() =>
    [
        Channel("a channel is from a label to itself", WireErrorCode.BadReference, 0, 0, "two labels",
            parts => parts.U16(SectionId.Channels, 0, 0, parts.U16(SectionId.Channels, 0, 2))),
        Channel("the labels of a channel are in the wrong order", WireErrorCode.BadReference, 0, 0, "two labels", parts =>
        {
            var low = parts.U16(SectionId.Channels, 0, 0);
            parts.U16(SectionId.Channels, 0, 0, parts.U16(SectionId.Channels, 0, 2));
            parts.U16(SectionId.Channels, 0, 2, low);
        }),
        Channel("a channel is to one past the last label", WireErrorCode.BadReference, 0, 0, "two labels",
            parts => parts.U16(SectionId.Channels, 0, 2, (ushort)Specimen.Policy.LabelCount)),
        Channel("a channel is between labels that share", WireErrorCode.Inconsistent, 0, 0, "labels that have no type in common", parts =>
        {
            var (one, other) = (Specimen.Label("a-bank"), Specimen.Label("wide"));
            parts.U16(SectionId.Channels, 0, 0, (ushort)Math.Min(one, other));
            parts.U16(SectionId.Channels, 0, 2, (ushort)Math.Max(one, other));
        }),
        Channel("two channels are in the wrong order", WireErrorCode.NotCanonical, 1, 0, "channels ascending", parts => parts.Swap(SectionId.Channels, 0, 1)),
        Channel("a channel stands twice", WireErrorCode.NotCanonical, 3, 0, "channels ascending", parts => parts.Copy(SectionId.Channels, 2, 3)),
    ];

    private static IEnumerable<ReaderDamage> Rows()
    {
        yield return Word("there is a word too many", 0, "10 × 10 words", parts => parts.Append(SectionId.Access));
        yield return Word("there is a word too few", 0, "10 × 10 words", parts => parts.RemoveLast(SectionId.Access));
        // Columns 0 to 7 are read together, 8 and 9 one by one.
        foreach (var (x, y) in new[] { (0, 0), (0, 9), (3, 7), (4, 8), (9, 3), (9, 9) })
        {
            foreach (var bit in new[] { 0, 1, 2, 3, 7, 14, 31 })
            {
                yield return Word($"bit {bit} of row {x}, column {y} is another", 10 * x, $"row {x}",
                    parts => parts.Flip(SectionId.Access, 10 * x + y, bit / 8, (byte)(1 << bit % 8)));
            }
        }
    }

    private static IEnumerable<ReaderDamage> ChannelBits()
    {
        var channel = Specimen.Policy.Channels[Memory];
        var (there, back) = (10 * channel.Low + channel.High, 10 * channel.High + channel.Low);
        var (stray, other) = (10 * Specimen.Label("archive") + Specimen.Label("archive"), 10 * Specimen.Label("pair") + Specimen.Label("insurer"));
        const string what = "channel bits";
        yield return Word("a word lacks the bits of a window", there, what, parts => parts.U8(SectionId.Access, there, 1, 0));
        yield return Word("the word the other way lacks the bits of a window", back, what, parts => parts.U8(SectionId.Access, back, 1, 0));
        yield return Word("a word has the bits of another kind of channel", there, what, parts => parts.Flip(SectionId.Access, there, 1, 1));
        yield return Word("a word lets a window go the other way", there, what, parts => parts.Flip(SectionId.Access, there, 1, 0x0c));
        yield return Word("a label has a channel to itself", stray, what, parts => parts.Flip(SectionId.Access, stray, 1, 3));
        yield return Word("a word has a channel that is not in the list", other, what, parts => parts.Flip(SectionId.Access, other, 1, 0x20));
        yield return Word("words have channels that are not in an empty list", FirstWithChannel(), what, parts => parts.Empty(SectionId.Channels));
    }

    private static int FirstWithChannel() => Array.FindIndex(Specimen.Policy.Access.ToArray(), word => (word & 0x3f00) != 0);

    private static int IndexOf(AccessKind kind) => Array.FindIndex(Specimen.Policy.Channels.ToArray(), (ChannelEntry channel) => channel.Kind == kind);

    private static ReaderDamage Set(string name, WireErrorCode code, int index, int field, string what, byte value) =>
        Channel(name, code, index, field, what, parts => parts.U8(SectionId.Channels, index, field, value));

    private static ReaderDamage Channel(string name, WireErrorCode code, int index, int field, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, code, SectionId.Channels, index, field, what, change);

    private static ReaderDamage Word(string name, int index, string what, Action<ImageParts> change) =>
        ReaderDamage.Of(name, WireErrorCode.Inconsistent, SectionId.Access, index, 0, what, change);
}
