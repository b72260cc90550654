using System;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>A damage of the specimen with digests that fit, and what a reader must say to it.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Code">The error's code.</param>
/// <param name="What">How the error's text goes on after the place.</param>
/// <param name="Make">Makes the damaged image.</param>
/// <param name="Offset">Where in the damaged image the error is.</param>
internal sealed record ReaderDamage(string Name, WireErrorCode Code, string What, Func<byte[]> Make, Func<byte[], long> Offset)
{
    /// <summary>A damage of an entry of a section.</summary>
    public static ReaderDamage Of(string name, WireErrorCode code, SectionId id, int index, int field, string what, Action<ImageParts> change) => new(
        name, code, $"{id}[{index}]: {what}", () => Joined(change), image => ImageLayout.StartOf(image, id) + index * ImageLayout.EntrySize(id) + field);

    /// <summary>A damage of the header, at an offset in it.</summary>
    public static ReaderDamage OfHead(string name, WireErrorCode code, int offset, string what, Action<byte[]> change) =>
        new(name, code, what, () => Changed(Specimen.Image, change), _ => offset);

    /// <summary>A damage that is found at an offset that depends on the image.</summary>
    public static ReaderDamage At(string name, WireErrorCode code, Func<byte[], long> offset, string what, Action<ImageParts> change) =>
        new(name, code, what, () => Joined(change), offset);

    /// <summary>The specimen after a change of its parts.</summary>
    public static byte[] Joined(Action<ImageParts> change)
    {
        var parts = Specimen.Parts;
        change(parts);
        return parts.Join();
    }

    private static byte[] Changed(byte[] image, Action<byte[]> change)
    {
        change(image);
        DigestRepair.Repair(image);
        return image;
    }
}
