using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Wire;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Who signed an image, and that nobody else did.</summary>
[Trait("Requirement", "POL-1")]
public sealed class SignatureTests
{
    /// <summary>The prime of P-256 (SP 800-186, 3.2.1.3).</summary>
    private static readonly BigInteger Prime = Number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

    private static readonly BigInteger B = Number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    [Fact]
    public void A_signature_is_verified_and_names_its_key()
    {
        var image = Specimen.Signed();
        var policy = CompiledPolicy.Open(image, out var error);
        Assert.Equal(default, error);
        Assert.Equal(TestKeys.OfficerId(0), policy!.Signer);
        Assert.Equal(policy.Signer, PolicySignature.Verify(image, out error));
        Assert.Equal(default, error);
    }

    [Fact]
    public void A_key_id_is_the_digest_of_the_uncompressed_point()
    {
        var point = Specimen.Signed()[ImageLayout.SignerKey..ImageLayout.Signature];
        var q = TestKeys.Officers[0].ExportParameters(false).Q;
        Assert.Equal([.. q.X!, .. q.Y!], point);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([4, .. point])), KeyIdentity.Of(point).ToString());
        Assert.Equal(KeyIdentity.Of(point), KeyIdentity.Of(TestKeys.Officers[0]));
    }

    [Fact]
    public void An_unsigned_image_has_no_signer_and_opens_only_unsigned()
    {
        Assert.True(Specimen.Policy.Signer.IsZero);
        Assert.All(Specimen.Image[ImageLayout.SignerKey..ImageLayout.HeaderSize], value => Assert.Equal(0, value));
        AssertBadSignature(Specimen.Image);
    }

    [Fact]
    public void Opening_unsigned_looks_at_no_signature()
    {
        var image = Specimen.Signed();
        Assert.True(Specimen.Open(image).Signer.IsZero);
        image[ImageLayout.Signature] ^= 1;
        Assert.True(Specimen.Open(image).Signer.IsZero);
    }

    [Fact]
    public void The_digest_does_not_depend_on_who_signed()
    {
        var image = Specimen.Image;
        foreach (var officer in TestKeys.Officers)
        {
            PolicySignature.Sign(image, officer);
            var policy = CompiledPolicy.Open(image, out _)!;
            Assert.Equal((Specimen.Policy.Digest, KeyIdentity.Of(officer)), (policy.Digest, policy.Signer));
        }
    }

    [Fact]
    public void The_digest_is_that_of_the_header_before_the_signer() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Specimen.Image[..ImageLayout.SignerKey])), Specimen.Policy.Digest.ToString());

    [Fact]
    public void Another_key_than_the_one_that_signed_is_refused()
    {
        var image = Specimen.Signed();
        KeyIdentity.WritePoint(TestKeys.Officers[1], image.AsSpan(ImageLayout.SignerKey));
        AssertBadSignature(image);
    }

    [Fact]
    public void A_signature_of_another_image_is_refused()
    {
        var (image, other) = (Specimen.Signed(), PolicyImageWriter.Write(Specimen.Content with { Serial = 8 }));
        PolicySignature.Sign(other, TestKeys.Officers[0]);
        other.AsSpan(ImageLayout.Signature..ImageLayout.HeaderSize).CopyTo(image.AsSpan(ImageLayout.Signature));
        AssertBadSignature(image);
    }

    [Fact]
    public void Any_changed_byte_of_header_key_or_signature_is_refused()
    {
        var image = Specimen.Signed();
        for (var at = 0; at < ImageLayout.HeaderSize; at++)
        {
            image[at] ^= 0x40;
            AssertBadSignature(image);
            image[at] ^= 0x40;
        }
    }

    public static TheoryData<string> WrongPoints => [.. Points().Keys];

    [Theory]
    [MemberData(nameof(WrongPoints))]
    public void What_is_no_point_of_the_curve_is_no_key(string name)
    {
        Assert.Null(KeyIdentity.Import(Points()[name]));
        var image = Specimen.Signed();
        Points()[name].CopyTo(image, ImageLayout.SignerKey);
        AssertBadSignature(image);
    }

    [Fact]
    public void A_point_of_the_curve_with_a_small_coordinate_is_a_key()
    {
        using var key = KeyIdentity.Import(Point(SmallX(), SmallY()));
        Assert.NotNull(key);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_signature_of_zeros_is_refused(byte r, byte s)
    {
        var image = Specimen.Signed();
        image.AsSpan(ImageLayout.Signature..ImageLayout.HeaderSize).Clear();
        image[ImageLayout.Signature + 31] = r;
        image[ImageLayout.HeaderSize - 1] = s;
        AssertBadSignature(image);
    }

    [Fact]
    public void A_signature_is_replaced_by_the_next_one()
    {
        var image = Specimen.Signed();
        PolicySignature.Sign(image, TestKeys.Officers[2]);
        Assert.Equal(TestKeys.OfficerId(2), CompiledPolicy.Open(image, out _)!.Signer);
    }

    [Theory]
    [InlineData("1.3.132.0.34")] // P-384
    [InlineData("1.3.132.0.10")] // secp256k1, whose coordinates and signatures have the size of those of P-256
    public void A_key_of_another_curve_signs_nothing(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        var image = Specimen.Image;
        Assert.Throws<CryptographicException>(() => PolicySignature.Sign(image, key));
        Assert.Equal(Specimen.Image, image);
        Assert.Throws<CryptographicException>(() => KeyIdentity.Of(key));
    }

    [Fact]
    public void An_image_without_a_whole_header_has_no_signature()
    {
        Assert.True(PolicySignature.Verify(Specimen.Signed().AsSpan(0, ImageLayout.HeaderSize - 1), out var error).IsZero);
        Assert.Equal((WireErrorCode.Truncated, ImageLayout.HeaderSize - 1), (error.Code, error.Offset));
        Assert.Null(CompiledPolicy.Open([], out error));
        Assert.Equal((WireErrorCode.Truncated, 0), (error.Code, error.Offset));
    }

    private static void AssertBadSignature(byte[] image)
    {
        Assert.Null(CompiledPolicy.Open(image, out var error));
        Assert.Equal((WireErrorCode.BadSignature, ImageLayout.Signature), (error.Code, error.Offset));
        Assert.True(PolicySignature.Verify(image, out var sameError).IsZero);
        Assert.Equal(error, sameError);
    }

    private static Dictionary<string, byte[]> Points()
    {
        var point = Specimen.Signed()[ImageLayout.SignerKey..ImageLayout.Signature];
        return new Dictionary<string, byte[]>
        {
            ["zeros"] = new byte[KeyIdentity.PointSize],
            ["ones"] = [.. Enumerable.Repeat((byte)0xff, KeyIdentity.PointSize)],
            ["beside the curve"] = [.. point[..^1], (byte)(point[^1] ^ 1)],
            ["coordinates exchanged"] = [.. point[32..], .. point[..32]],
            ["a coordinate above the prime"] = Point(SmallX() + Prime, SmallY()),
            ["the prime"] = Point(Prime, Prime),
        };
    }

    private static BigInteger Number(string digits) => new(Convert.FromHexString(digits), isUnsigned: true, isBigEndian: true);

    private static byte[] Point(BigInteger x, BigInteger y) =>
        [.. new[] { x, y }.SelectMany(value => value.ToByteArray(isUnsigned: true).Concat(new byte[32]).Take(32).Reverse())];

    /// <summary>The lowest X of a point: with the prime added it still fits 32 bytes, and would be a second name for the same key.</summary>
    private static BigInteger SmallX()
    {
        var x = BigInteger.One;
        while (BigInteger.ModPow(RightSide(x), (Prime - 1) / 2, Prime) != 1)
            x++;
        return x;
    }

    private static BigInteger SmallY() => BigInteger.ModPow(RightSide(SmallX()), (Prime + 1) / 4, Prime);

    private static BigInteger RightSide(BigInteger x) => ((x * x * x - 3 * x + B) % Prime + Prime) % Prime;
}
