using System;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>The bytes of an image by section.</summary>
internal readonly ref struct ImageSections
{
    private readonly ReadOnlySpan<byte> _image;
    private readonly Section[] _sections;

    public ImageSections(ReadOnlySpan<byte> image, Section[] sections)
    {
        _image = image;
        _sections = sections;
    }

    public ref readonly Section this[SectionId id] => ref _sections[(int)id - 1];

    public ReadOnlySpan<byte> Bytes(SectionId id)
    {
        ref readonly var section = ref this[id];
        return _image.Slice(section.Offset, section.Length);
    }

    /// <summary>The bytes of one entry.</summary>
    public ReadOnlySpan<byte> Entry(SectionId id, int index)
    {
        var size = SectionShape.EntrySize(id);
        return Bytes(id).Slice(index * size, size);
    }

    /// <summary>An error at a field of an entry.</summary>
    public WireError Error(WireErrorCode code, SectionId id, int index, int field, string what) =>
        new(code, this[id].Offset + (long)index * SectionShape.EntrySize(id) + field, $"{id}[{index}]: {what}");
}
