using System;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Wire;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Names and source map: a host may drop them, and nobody may change them.</summary>
[Trait("Requirement", "POL-1")]
public sealed class OptionalSectionTests
{
    [Fact]
    public void An_image_without_optional_sections_is_the_same_policy() => Policies.Any.Sample(content =>
    {
        var image = PolicyImageWriter.Write(content);
        PolicySignature.Sign(image, TestKeys.Officers[0]);
        var whole = CompiledPolicy.Open(image, out _)!;
        foreach (var last in new[] { SectionId.Names, SectionId.Renames })
        {
            var part = CompiledPolicy.Open(image.AsSpan(0, ImageLayout.EndOf(image, last)), out var error);
            Assert.Equal(default, error);
            AssertSame(whole, part!);
        }
    }, iter: 150);

    [Fact]
    public void Without_the_source_map_names_are_still_there()
    {
        var content = Specimen.Content with { Sources = [] };
        var names = PolicyNames.Read(Without(SectionId.Names), out _)!;
        Assert.Equal(PolicyText.Of(content), PolicyText.Of(Specimen.Policy, names, content));
    }

    [Fact]
    public void Without_names_there_are_empty_ones()
    {
        var names = PolicyNames.Read(Without(SectionId.Renames), out var error)!;
        Assert.Equal(default, error);
        string[] texts =
        [
            names.Policy, names.Type(7), names.Label(9), names.Mark(0), names.Color(9), names.Conflict(2), names.ConflictReason(0), names.Channel(6),
            names.ChannelReason(0), names.Host(2), names.SecrecyLevel(2), names.IntegrityLevel(1), names.Category(2),
        ];
        Assert.All(texts, Assert.Empty);
        Assert.Null(names.Source(SourceKind.Policy, 0));
    }

    [Fact]
    public void Things_are_placed_in_their_source()
    {
        var names = PolicyNames.Read(Specimen.Image, out _)!;
        Assert.Equal("policy.yaml:12", names.Source(SourceKind.Type, Specimen.Type("sensors"))?.ToString());
        Assert.Equal(new SourcePlace("labels.yaml", 3), names.Source(SourceKind.Label, Specimen.Label("pair")));
        Assert.Null(names.Source(SourceKind.Label, Specimen.Label("wide")));
        Assert.Null(names.Source(SourceKind.Label, -1));
    }

    [Theory]
    [InlineData(SectionId.Names)]
    [InlineData(SectionId.Sources)]
    public void A_changed_optional_section_is_refused(SectionId id)
    {
        var image = Specimen.Signed();
        var (start, end) = (ImageLayout.StartOf(image, id), ImageLayout.EndOf(image, id));
        for (var at = start; at < end; at++)
        {
            image[at] ^= 0x10;
            Assert.Null(CompiledPolicy.Open(image, out var error));
            Assert.Equal((WireErrorCode.BadDigest, start), (error.Code, error.Offset));
            Assert.Null(PolicyNames.Read(image, out var sameError));
            Assert.Equal(error, sameError);
            image[at] ^= 0x10;
        }
    }

    [Fact]
    public void An_optional_section_of_another_policy_is_refused()
    {
        var (image, other) = (Specimen.Signed(), PolicyImageWriter.Write(Specimen.Content with { Name = "specimes" }));
        Assert.Equal(image.Length, other.Length);
        var start = ImageLayout.StartOf(image, SectionId.Names);
        Assert.Null(CompiledPolicy.Open([.. image[..start], .. other[start..]], out var error));
        Assert.Equal((WireErrorCode.BadDigest, start), (error.Code, error.Offset));
    }

    private static byte[] Without(SectionId last)
    {
        var image = Specimen.Image;
        return image[..ImageLayout.EndOf(image, last)];
    }

    private static void AssertSame(CompiledPolicy whole, CompiledPolicy part)
    {
        Assert.Equal((whole.Digest, whole.Signer), (part.Digest, part.Signer));
        Assert.Equal(whole.Access, part.Access);
        for (var id = SectionId.Types; id <= SectionId.Renames; id++)
            Assert.Equal(CanonicalSection.Of(whole, id), CanonicalSection.Of(part, id));
        foreach (var (x, y) in from x in Enumerable.Range(-1, whole.LabelCount + 1) from y in Enumerable.Range(-1, whole.LabelCount + 1) select (x, y))
            Assert.Equal(Decide(whole, x, y), Decide(part, x, y));
    }

    private static Decision Decide(CompiledPolicy policy, int x, int y) => Reach.Decide(policy, Label.At(x), Label.At(y), AccessKind.Memory, 0, Flows.Out);
}
