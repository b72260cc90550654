using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Wire;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Everything that a reader checks: each damage is refused by the check that is meant for it, at its place.</summary>
[Trait("Requirement", "POL-1")]
public sealed class ReaderErrorTests
{
    private static readonly Dictionary<string, ReaderDamage> Damages =
        new[] { HeadDamages.All, TypeDamages.All, LabelDamages.All, ChannelDamages.All, HostDamages.All }
            .SelectMany(damages => damages).ToDictionary(damage => damage.Name);

    public static TheoryData<string> Names => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damage_is_refused_at_its_place(string name)
    {
        var damage = Damages[name];
        var image = damage.Make();
        Assert.Null(CompiledPolicy.OpenUnsigned(image, out var error));
        Assert.Equal((damage.Code, damage.Offset(image)), (error.Code, error.Offset));
        Assert.StartsWith(damage.What, error.What, StringComparison.Ordinal);
        AssertNoSignatureHelps(image, error);
    }

    [Fact]
    public void The_specimen_itself_is_valid()
    {
        var image = Specimen.Parts.Join();
        Assert.Equal(Specimen.Image, image);
        Assert.Empty(PolicyInvariants.Broken(Specimen.Open(image), image));
    }

    [Fact]
    public void An_image_shorter_than_its_header_is_truncated()
    {
        foreach (var length in new[] { 0, 1, ImageLayout.HeaderSize - 1 })
        {
            var image = Specimen.Image[..length];
            Assert.Null(CompiledPolicy.OpenUnsigned(image, out var error));
            Assert.Equal((WireErrorCode.Truncated, length), (error.Code, error.Offset));
            Assert.Null(PolicyNames.Read(image, out error));
            Assert.Equal((WireErrorCode.Truncated, length), (error.Code, error.Offset));
        }
    }

    [Fact]
    public void An_image_above_the_limit_is_refused_before_it_is_looked_at()
    {
        Assert.Null(CompiledPolicy.OpenUnsigned(new byte[Limits.ImageBytes + 1], out var error));
        Assert.Equal((WireErrorCode.OutOfBounds, 0), (error.Code, error.Offset));
        Assert.StartsWith("image length", error.What, StringComparison.Ordinal);
    }

    /// <summary>The same with a signature that is right: an officer's word makes no image valid.</summary>
    private static void AssertNoSignatureHelps(byte[] image, WireError expected)
    {
        PolicySignature.Sign(image, TestKeys.Officers[0]);
        Assert.Null(CompiledPolicy.Open(image, out var error));
        Assert.Equal(expected, error);
    }
}
