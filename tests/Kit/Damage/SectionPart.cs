namespace Cofferdam.Tests.Kit.Damage;

/// <summary>A section taken out of its image.</summary>
/// <param name="count">Number of entries, as the section table says.</param>
/// <param name="bytes">Its bytes.</param>
public sealed class SectionPart(uint count, byte[] bytes)
{
    /// <summary>Number of entries, as the section table says.</summary>
    public uint Count { get; set; } = count;

    /// <summary>Its bytes.</summary>
    public byte[] Bytes { get; set; } = bytes;
}
