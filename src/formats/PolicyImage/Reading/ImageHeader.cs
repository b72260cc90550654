using System;
using System.Buffers.Binary;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>The fixed part of an image's header.</summary>
internal sealed record ImageHeader
{
    public const ushort FormatVersion = 1;
    public const int SectionCount = 14;
    public const ushort QuarantineFlag = 1;

    public static ReadOnlySpan<byte> Magic => "COFFERPI"u8;

    public required Digest Digest { get; init; }

    public required bool Quarantine { get; init; }

    public required ulong Serial { get; init; }

    public required ulong PredecessorSerial { get; init; }

    public required Digest PredecessorDigest { get; init; }

    public required ulong RequiredLength { get; init; }

    public required ulong FullLength { get; init; }

    public required byte SecrecyLevels { get; init; }

    public required byte IntegrityLevels { get; init; }

    public required byte Categories { get; init; }

    public static ImageHeader? Read(ReadOnlySpan<byte> image, out WireError error)
    {
        if (image.Length > Limits.ImageBytes)
            return Fail(WireErrorCode.OutOfBounds, 0, $"image length: at most {Limits.ImageBytes} bytes", out error);
        if (image.Length < HeaderLayout.Size)
            return Fail(WireErrorCode.Truncated, image.Length, $"header: {HeaderLayout.Size} bytes", out error);
        if (!image[..Magic.Length].SequenceEqual(Magic))
            return Fail(WireErrorCode.BadMagic, HeaderLayout.Magic, "magic: COFFERPI", out error);
        if (U16(image, HeaderLayout.Version) != FormatVersion)
            return Fail(WireErrorCode.BadMagic, HeaderLayout.Version, "version: 1", out error);
        if ((U16(image, HeaderLayout.Flags) & ~QuarantineFlag) != 0)
            return Fail(WireErrorCode.Reserved, HeaderLayout.Flags, "flags: only bit 0", out error);
        if (BinaryPrimitives.ReadUInt32LittleEndian(image[HeaderLayout.SectionCount..]) != SectionCount)
            return Fail(WireErrorCode.BadMagic, HeaderLayout.SectionCount, "section count: 14", out error);
        if (image[HeaderLayout.Reserved..HeaderLayout.Sections].ContainsAnyExcept((byte)0))
            return Fail(WireErrorCode.Reserved, HeaderLayout.Reserved, "reserved bytes: zeros", out error);
        return Check(Parse(image), out error);
    }

    private static ImageHeader Parse(ReadOnlySpan<byte> image) => new()
    {
        Digest = Digest.Of(image[..HeaderLayout.SignerKey]),
        Quarantine = (U16(image, HeaderLayout.Flags) & QuarantineFlag) != 0,
        Serial = U64(image, HeaderLayout.Serial),
        PredecessorSerial = U64(image, HeaderLayout.PredecessorSerial),
        PredecessorDigest = Digest.Read(image[HeaderLayout.PredecessorDigest..]),
        RequiredLength = U64(image, HeaderLayout.RequiredLength),
        FullLength = U64(image, HeaderLayout.FullLength),
        SecrecyLevels = image[HeaderLayout.SecrecyLevels],
        IntegrityLevels = image[HeaderLayout.IntegrityLevels],
        Categories = image[HeaderLayout.Categories],
    };

    private static ImageHeader? Check(ImageHeader header, out WireError error)
    {
        if (header.Serial <= header.PredecessorSerial)
            return Fail(WireErrorCode.BadValue, HeaderLayout.Serial, "serial: at least 1 and above the predecessor's", out error);
        if (header.PredecessorSerial == 0 != header.PredecessorDigest.IsZero)
            return Fail(WireErrorCode.Inconsistent, HeaderLayout.PredecessorDigest, "predecessor: serial and digest, or neither", out error);
        if (header.SecrecyLevels is 0 or > Limits.Levels)
            return Fail(WireErrorCode.OutOfBounds, HeaderLayout.SecrecyLevels, "secrecy levels: 1 to 64", out error);
        if (header.IntegrityLevels is 0 or > Limits.Levels)
            return Fail(WireErrorCode.OutOfBounds, HeaderLayout.IntegrityLevels, "integrity levels: 1 to 64", out error);
        if (header.Categories > Limits.Categories)
            return Fail(WireErrorCode.OutOfBounds, HeaderLayout.Categories, "categories: at most 64", out error);
        error = default;
        return header;
    }

    private static ushort U16(ReadOnlySpan<byte> image, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(image[offset..]);

    private static ulong U64(ReadOnlySpan<byte> image, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(image[offset..]);

    private static ImageHeader? Fail(WireErrorCode code, long offset, string what, out WireError error)
    {
        error = new WireError(code, offset, what);
        return null;
    }
}
