namespace Cofferdam.PolicyImage.Reading;

/// <summary>One entry of the section table, already checked against limits and neighbours.</summary>
/// <param name="Id">Which section.</param>
/// <param name="Count">Number of entries.</param>
/// <param name="Offset">Offset in the image.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
internal readonly record struct Section(SectionId Id, int Count, int Offset, int Length, Digest Digest)
{
    public int End => Offset + Length;
}
