using System;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Limits and entry sizes of the sections.</summary>
internal static class SectionShape
{
    public static int MaxCount(SectionId id) => id switch
    {
        SectionId.Types => Limits.Types,
        SectionId.Labels => Limits.Labels,
        SectionId.LabelTypes => Limits.LabelTypes,
        SectionId.Access => Limits.Labels * Limits.Labels,
        SectionId.Channels => Limits.Channels,
        SectionId.Conflicts => Limits.Conflicts,
        SectionId.Members => Limits.Members,
        SectionId.Hosts => Limits.Hosts,
        SectionId.HostTypes => Limits.Hosts * (Limits.Types / 64),
        SectionId.Images => Limits.Images,
        SectionId.Keys => Limits.Keys,
        SectionId.Renames => Limits.Renames,
        SectionId.Names => Limits.Names,
        SectionId.Sources => Limits.Sources,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };

    /// <summary>Bytes of an entry; 0 for the optional sections, whose strings have their own lengths.</summary>
    public static int EntrySize(SectionId id) => id switch
    {
        SectionId.Types => TypeLayout.Size,
        SectionId.Labels => LabelLayout.Size,
        SectionId.LabelTypes or SectionId.Members => sizeof(ushort),
        SectionId.Access => sizeof(uint),
        SectionId.Channels => ChannelLayout.Size,
        SectionId.Conflicts => ConflictLayout.Size,
        SectionId.Hosts => HostLayout.Size,
        SectionId.HostTypes => sizeof(ulong),
        SectionId.Images => Digest.Size,
        SectionId.Keys => KeyLayout.Size,
        SectionId.Renames => RenameLayout.Size,
        _ => 0,
    };

    public static bool LengthFits(SectionId id, int count, long length) => EntrySize(id) switch
    {
        0 => true,
        var size => length == (long)size * count,
    };
}
