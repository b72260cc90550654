using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Unit.Images;
using Xunit;

namespace Cofferdam.Tests.Unit.Damage;

/// <summary>Every smallest damage of a signed image: with the digests in place it is always refused.</summary>
[Trait("Requirement", "POL-1")]
[Trait("Requirement", "ISO-1")]
public sealed class BitFlipTests
{
    [Fact]
    public void Every_single_bit_flip_is_refused()
    {
        var image = Specimen.SmallestSigned();
        Assert.NotNull(CompiledPolicy.Open(image, out _));
        for (var id = SectionId.Types; id <= SectionId.Sources; id++)
            Assert.True(ImageLayout.EndOf(image, id) > ImageLayout.StartOf(image, id), "every section has bytes to damage");
        Assert.InRange(8 * image.Length, 10_000, 100_000);
        Assert.Empty(Enumerable.Range(0, 8 * image.Length).AsParallel().Where(bit => IsAccepted(Flipped(image, bit))));
    }

    [Fact]
    public void Every_truncation_is_refused_but_at_the_start_of_an_optional_section()
    {
        var image = Specimen.Signed();
        var accepted = Enumerable.Range(0, image.Length).Where(length => IsAccepted(image[..length]));
        Assert.Equal([ImageLayout.EndOf(image, SectionId.Renames), ImageLayout.EndOf(image, SectionId.Names)], accepted);
    }

    [Fact]
    public void Whatever_is_appended_is_refused()
    {
        var image = Specimen.Signed();
        foreach (var length in new[] { 1, 2, 63, 64, 65, 4096 })
        {
            foreach (var value in new byte[] { 0, 1, 0xff })
                Assert.False(IsAccepted([.. image, .. Enumerable.Repeat(value, length)]));
        }
        Assert.False(IsAccepted([.. image, .. image]));
    }

    [Fact]
    public void Whatever_is_appended_to_an_image_without_optional_sections_is_refused()
    {
        var image = Specimen.Signed();
        var required = image[..ImageLayout.EndOf(image, SectionId.Renames)];
        var rest = image[required.Length..];
        for (var length = 1; length < rest.Length; length++)
        {
            Assert.False(IsAccepted([.. required, .. new byte[length]]));
            var isNames = required.Length + length == ImageLayout.EndOf(image, SectionId.Names);
            Assert.Equal(isNames, IsAccepted([.. required, .. rest[..length]]));
        }
    }

    private static bool IsAccepted(byte[] image) => CompiledPolicy.Open(image, out _) is not null;

    private static byte[] Flipped(IReadOnlyList<byte> image, int bit)
    {
        var flipped = image.ToArray();
        flipped[bit / 8] ^= (byte)(1 << bit % 8);
        return flipped;
    }
}
