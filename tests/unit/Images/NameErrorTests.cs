using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>
/// Everything that is checked when names are read. They are read when first needed, not when a policy is loaded: a policy decides without them,
/// so damage to them is no reason to refuse it, as long as its digests are right.
/// </summary>
[Trait("Requirement", "POL-1")]
public sealed class NameErrorTests
{
    private static readonly Dictionary<string, ReaderDamage> Damages =
        new[] { NameDamages.All, SourceDamages.All }.SelectMany(damages => damages).ToDictionary(damage => damage.Name);

    public static TheoryData<string> Names => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damage_of_names_is_refused_at_its_place(string name)
    {
        var damage = Damages[name];
        var image = damage.Make();
        Assert.Null(PolicyNames.Read(image, out var error));
        Assert.Equal((damage.Code, damage.Offset(image)), (error.Code, error.Offset));
        Assert.StartsWith(damage.What, error.What, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damage_of_names_changes_no_decision(string name) =>
        Assert.Equal(Specimen.Policy.Access, Specimen.Open(Damages[name].Make()).Access);

    [Fact]
    public void Names_of_an_image_with_a_damaged_section_table_are_refused_like_the_image()
    {
        foreach (var damage in HeadDamages.All)
        {
            var image = damage.Make();
            Assert.Null(CompiledPolicy.OpenUnsigned(image, out var expected));
            Assert.Null(PolicyNames.Read(image, out var error));
            Assert.Equal(expected, error);
        }
    }
}
