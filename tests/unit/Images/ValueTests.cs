using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Digests, stable keys and directions.</summary>
[Trait("Requirement", "POL-1")]
public sealed class ValueTests
{
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[Digest.Size];

    // Few values, so that digests often agree in their first bytes.
    private static readonly Gen<byte[]> AlikeBytes = Gen.Int[0, 1].Select(value => (byte)value).Array[Digest.Size];

    private static readonly Gen<Secrecy> Secrecies = Gen.Select(
        Gen.Byte[0, 1], Gen.OneOf(Gen.ULong[0, 3], Gen.Const(1UL << 63)), (level, categories) => new Secrecy(level, categories));

    private static readonly Gen<LabelLevels> Levels = Gen.Select(
        Secrecies, Secrecies, Gen.Byte[0, 1], Gen.Byte[0, 1], (a, b, c, d) => new LabelLevels(a, b, c, d));

    [Fact]
    public void A_digest_is_its_bytes() => Bytes.Sample(bytes =>
    {
        var (digest, written) = (Digest.Read(bytes), new byte[Digest.Size]);
        digest.Write(written);
        Assert.Equal(bytes, written);
        Assert.Equal(Convert.ToHexStringLower(bytes), digest.ToString());
        Assert.True(Digest.TryParse(digest.ToString().ToUpperInvariant(), out var parsed));
        Assert.Equal(digest, parsed);
        Assert.Equal(bytes.All(value => value == 0), digest.IsZero);
    });

    [Fact]
    public void Digests_are_ordered_by_their_bytes() => Gen.Select(AlikeBytes, AlikeBytes, Gen.Int[0, Digest.Size]).Sample((a, b, alike) =>
    {
        a.AsSpan(0, alike).CopyTo(b);
        Assert.Equal(Math.Sign(a.AsSpan().SequenceCompareTo(b)), Math.Sign(Digest.Read(a).CompareTo(Digest.Read(b))));
    }, iter: 2_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000g")]
    [InlineData("0x00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(" 000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_digest_is_not_parsed(string? text)
    {
        Assert.False(Digest.TryParse(text!, out var digest));
        Assert.True(digest.IsZero);
    }

    [Fact]
    public void A_digest_of_bytes_is_their_sha256() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Digest.Of(bytes).ToString()));

    [Theory]
    [InlineData(KeyKind.Type, "type")]
    [InlineData(KeyKind.Label, "label")]
    [InlineData(KeyKind.ConflictSet, "conflict")]
    [InlineData(KeyKind.Host, "host")]
    [InlineData(KeyKind.Rack, "rack")]
    [InlineData(KeyKind.Zone, "zone")]
    public void A_stable_key_is_made_of_kind_and_name(KeyKind kind, string prefix) => Gen.OneOf(Gen.String, Gen.Const("Größe 数据")).Sample(name =>
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"cofferdam/{prefix}/v1"), 0, .. Encoding.UTF8.GetBytes(name)];
        var key = StableKey.Of(kind, name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text))[..32], key.ToString());
        Assert.False(key.IsZero);
    });

    [Fact]
    public void A_kind_that_does_not_exist_has_no_keys() => Assert.Throws<ArgumentOutOfRangeException>(() => StableKey.Of((KeyKind)6, "name"));

    [Fact]
    public void Stable_keys_are_ordered_by_their_digits() => Gen.Select(Gen.ULong[0, 3], Gen.ULong, Gen.ULong[0, 3], Gen.ULong).Sample((a, b, c, d) =>
    {
        var (one, other) = (new StableKey(a, b), new StableKey(c, d));
        Assert.Equal(Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())), Math.Sign(one.CompareTo(other)));
        Assert.Equal(one.ToString().All(digit => digit == '0'), one.IsZero);
    }, iter: 1_000);

    [Theory]
    [InlineData(Flows.None, Flows.None)]
    [InlineData(Flows.Out, Flows.In)]
    [InlineData(Flows.In, Flows.Out)]
    [InlineData(Flows.Both, Flows.Both)]
    public void Directions_are_reversed_for_the_other_side(Flows flows, Flows reversed) => Assert.Equal(reversed, flows.Reversed());

    [Fact]
    [Trait("Requirement", "POL-5")]
    public void Levels_let_flow_what_dominates() => Gen.Select(Levels, Levels).Sample((source, target) =>
    {
        var categories = Enumerable.Range(0, 64).Where(bit => (source.SecrecyLow.Categories >> bit & 1) == 1);
        var secrecy = target.SecrecyHigh.Level >= source.SecrecyLow.Level && categories.All(bit => (target.SecrecyHigh.Categories >> bit & 1) == 1);
        var integrity = source.IntegrityHigh >= target.IntegrityLow;
        Assert.Equal(
            (secrecy, integrity, secrecy && integrity),
            (source.SecrecyAllows(target), source.IntegrityAllows(target), source.MayFlowTo(target)));
    }, iter: 2_000);

    [Fact]
    public void Levels_are_a_range_when_low_and_high_differ() => Levels.Sample(levels =>
    {
        var isPoint = (levels.SecrecyLow.Level, levels.SecrecyLow.Categories, levels.IntegrityLow)
            == (levels.SecrecyHigh.Level, levels.SecrecyHigh.Categories, levels.IntegrityHigh);
        Assert.Equal(!isPoint, levels.IsRange);
    }, iter: 2_000);
}
