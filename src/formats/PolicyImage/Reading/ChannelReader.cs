using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads the channels: sorted, between labels that share nothing, with ports and directions that their kind can have.</summary>
internal static class ChannelReader
{
    public static ChannelEntry[]? Read(ImageSections sections, LabelRelations relations, out WireError error)
    {
        var channels = new ChannelEntry[sections[SectionId.Channels].Count];
        var bytes = sections.Bytes(SectionId.Channels);
        for (var i = 0; i < channels.Length; i++)
        {
            var entry = bytes.Slice(i * ChannelLayout.Size, ChannelLayout.Size);
            channels[i] = Parse(entry);
            error = CheckFields(sections, entry, channels[i], i);
            if (!error.IsError)
                error = CheckEnds(sections, relations, channels, i);
            if (error.IsError)
                return null;
        }
        error = default;
        return channels;
    }

    private static ChannelEntry Parse(ReadOnlySpan<byte> entry) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(entry[ChannelLayout.Low..]),
        BinaryPrimitives.ReadUInt16LittleEndian(entry[ChannelLayout.High..]),
        (AccessKind)entry[ChannelLayout.Kind],
        BinaryPrimitives.ReadUInt32LittleEndian(entry[ChannelLayout.Port..]),
        entry[ChannelLayout.Initiator] != 0,
        (Flows)entry[ChannelLayout.Flows]);

    private static WireError CheckFields(ImageSections sections, ReadOnlySpan<byte> entry, ChannelEntry channel, int i)
    {
        if (channel.Kind is not (AccessKind.Vsock or AccessKind.Memory or AccessKind.Volume))
            return sections.Error(WireErrorCode.BadValue, SectionId.Channels, i, ChannelLayout.Kind, "kind: 1 to 3");
        if (entry[ChannelLayout.Initiator] > 1)
            return sections.Error(WireErrorCode.BadValue, SectionId.Channels, i, ChannelLayout.Initiator, "initiator: 0 or 1");
        if (entry[ChannelLayout.Reserved] != 0)
            return sections.Error(WireErrorCode.Reserved, SectionId.Channels, i, ChannelLayout.Reserved, "reserved byte: zero");
        if ((channel.Port != 0) != (channel.Kind == AccessKind.Vsock))
            return sections.Error(WireErrorCode.BadValue, SectionId.Channels, i, ChannelLayout.Port, "port: not 0 for vsock, 0 otherwise");
        if (!FlowsFit(channel))
        {
            return sections.Error(
                WireErrorCode.BadValue, SectionId.Channels, i, ChannelLayout.Flows, "flows: both for vsock, towards the opener for a volume, some for memory");
        }
        return default;
    }

    private static bool FlowsFit(ChannelEntry channel) => channel.Kind switch
    {
        AccessKind.Vsock => channel.Flows == Flows.Both,
        AccessKind.Volume => channel.Flows == (channel.OpenedByHigh ? Flows.Out : Flows.In),
        _ => channel.Flows is Flows.Out or Flows.In or Flows.Both,
    };

    private static WireError CheckEnds(ImageSections sections, LabelRelations relations, ChannelEntry[] channels, int i)
    {
        var channel = channels[i];
        if (channel.Low >= channel.High || channel.High >= relations.LabelCount)
            return sections.Error(WireErrorCode.BadReference, SectionId.Channels, i, ChannelLayout.Low, "two labels that exist, the lower index first");
        if (relations.Shares(channel.Low, channel.High))
            return sections.Error(WireErrorCode.Inconsistent, SectionId.Channels, i, ChannelLayout.Low, "labels that have no type in common");
        if (i > 0 && channels[i - 1].CompareTo(channel) >= 0)
            return sections.Error(WireErrorCode.NotCanonical, SectionId.Channels, i, ChannelLayout.Low, "channels ascending by pair, kind, port, initiator");
        return default;
    }
}
