using System;
using System.IO;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>What is written is read back, in one form only.</summary>
[Trait("Requirement", "POL-1")]
public sealed class PolicyImageTests
{
    private static readonly string[] Kept = ["share", "flow out", "flow in", "Vsock", "Memory", "Volume", "bit 6", "bit 7"];

    [Fact]
    public void The_same_content_in_any_order_gives_the_same_bytes() => Gen.Select(Policies.Any, Gen.ULong).Sample(
        (content, seed) => Assert.Equal(PolicyImageWriter.Write(content), PolicyImageWriter.Write(Policies.Shuffled(content, seed))),
        iter: 500,
        print: Print);

    [Fact]
    public void The_specimen_in_any_order_gives_the_same_bytes() =>
        Gen.ULong.Sample(seed => Assert.Equal(Specimen.Image, PolicyImageWriter.Write(Policies.Shuffled(Specimen.Content, seed))), iter: 100);

    [Fact]
    public void What_a_policy_says_is_read_back() => Policies.Any.Sample(AssertReadsBack, iter: 500);

    [Fact]
    public void What_the_specimen_says_is_read_back() => AssertReadsBack(Specimen.Content);

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void The_access_table_says_what_the_semantics_say() => Policies.Any.Sample(AssertAccess, iter: 500);

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void The_access_table_of_the_specimen_says_what_the_semantics_say() => AssertAccess(Specimen.Content);

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void What_is_kept_of_the_access_table_is_a_byte_that_says_the_same() => Policies.Any.Sample(content =>
    {
        var policy = Specimen.Open(PolicyImageWriter.Write(content));
        for (var i = 0; i < policy.Access.Length; i++)
        {
            var (x, y) = (i / policy.LabelCount, i % policy.LabelCount);
            var said = NamedRelations.Read(policy.Access[i]).Select(text => text.Split(' ')[0] is "flow" or "share" ? text : text.Split(' ')[0]);
            var kept = Kept.Where((_, bit) => (policy.PairOf((uint)x, (uint)y) >> bit & 1) == 1);
            Assert.Equal(said.ToHashSet(), kept.ToHashSet());
        }
    }, iter: 100);

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void A_written_image_holds_all_invariants_and_is_canonical() => Policies.Any.Sample(content =>
    {
        var image = PolicyImageWriter.Write(content);
        var policy = Specimen.Open(image);
        Assert.Empty(PolicyInvariants.Broken(policy, image));
        Assert.Equal(CanonicalImage.Of(policy, image), image);
    }, iter: 500);

    [Fact]
    public void Another_content_has_another_digest() => Gen.Select(Policies.Of(PolicyScale.Small), Gen.ULong).Sample((content, seed) =>
    {
        var other = PolicyEdits.Edit(Choices.From(seed), PolicyScale.Small, content);
        var (image, otherImage) = (PolicyImageWriter.Write(content with { Sources = [] }), PolicyImageWriter.Write(other with { Sources = [] }));
        Assert.Equal(image.SequenceEqual(otherImage), Specimen.Open(image).Digest == Specimen.Open(otherImage).Digest);
    }, iter: 500, print: Print);

    [Fact]
    public void Labels_and_types_are_found_by_their_keys_and_nothing_else_is() => Policies.Any.Sample(content =>
    {
        var policy = Specimen.Open(PolicyImageWriter.Write(content));
        foreach (var type in content.Types)
            Assert.Equal(StableKey.Of(KeyKind.Type, type.Name), policy.Types[policy.FindType(StableKey.Of(KeyKind.Type, type.Name))].Key);
        foreach (var label in content.Labels)
            Assert.Equal(StableKey.Of(KeyKind.Label, label.Name), policy.Labels[policy.FindLabel(StableKey.Of(KeyKind.Label, label.Name))].Key);
        foreach (var key in new[] { default, new StableKey(ulong.MaxValue, ulong.MaxValue), StableKey.Of(KeyKind.Host, "h1") })
            Assert.Equal((-1, -1), (policy.FindType(key), policy.FindLabel(key)));
    }, iter: 200);

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void A_label_is_refused_exactly_when_two_of_its_types_conflict() =>
        Gen.Select(Policies.Of(new PolicyScale(12, 2, 0, 6, 4)), Gen.ULong).Sample(AssertLabelIsJudged, iter: 1_000, print: Print);

    [Fact]
    public void Sixty_four_types_fill_a_word_of_a_host()
    {
        foreach (var count in new[] { 1, 63, 64, 65, 128 })
        {
            var types = Enumerable.Range(0, count).Select(i => new TypeContent($"t{i}")).ToArray();
            var content = HostilePolicies.Empty(types) with { Hosts = [new("all", [.. types.Select(type => type.Name)]), new("one", ["t0"]), new("none", [])] };
            AssertReadsBack(content);
        }
    }

    [Fact]
    public void A_policy_that_says_nothing_is_valid_with_an_officer() => AssertReadsBack(HostilePolicies.Empty([]));

    private static void AssertReadsBack(PolicyContent content)
    {
        var image = PolicyImageWriter.Write(content);
        var names = PolicyNames.Read(image, out var error);
        Assert.Equal(default, error);
        Assert.Equal(PolicyText.Of(content), PolicyText.Of(Specimen.Open(image), names!, content));
    }

    private static void AssertAccess(PolicyContent content)
    {
        var (policy, relations) = (Specimen.Open(PolicyImageWriter.Write(content)), new NamedRelations(content));
        Assert.Equal(content.Labels.Count * content.Labels.Count, policy.Access.Length);
        var indices = content.Labels.ToDictionary(label => label, label => policy.FindLabel(StableKey.Of(KeyKind.Label, label.Name)));
        foreach (var (row, x) in indices)
        {
            foreach (var (column, y) in indices)
                Assert.Equal(relations.Says(row, column), NamedRelations.Read(policy.Access[x * policy.LabelCount + y]));
        }
    }

    private static void AssertLabelIsJudged(PolicyContent content, ulong seed)
    {
        var (choices, relations) = (Choices.From(seed), new NamedRelations(content));
        string[] types = [.. Enumerable.Range(0, choices.Between(1, 5)).Select(_ => choices.Pick(content.Types).Name).Distinct()];
        var conflict = types.Any(type => types.Any(other => relations.Conflict(type, other)));
        var changed = content with { Labels = [.. content.Labels, new LabelContent("mixed", types)] };
        var refusal = Record.Exception(() => PolicyImageWriter.Write(changed));
        Assert.Equal(conflict, refusal is InvalidDataException);
        Assert.Equal(conflict, refusal?.Message.EndsWith("no two types in conflict", StringComparison.Ordinal) ?? false);
    }

    private static string Print((PolicyContent Content, ulong Seed) sample) => $"{string.Join('\n', PolicyText.Of(sample.Content))}\nseed {sample.Seed}";
}
