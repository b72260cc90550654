using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>Keys and digests of tests. Officers sign images, so theirs are real; of all others only the id is ever looked at.</summary>
public static class TestKeys
{
    /// <summary>Keys of officers. The first is the anchor.</summary>
    public static IReadOnlyList<ECDsa> Officers { get; } = [.. Enumerable.Range(1, 3).Select(MakeOfficer)];

    /// <summary>Id of an officer's key.</summary>
    public static Digest OfficerId(int officer) => KeyIdentity.Of(Officers[officer]);

    /// <summary>Id of the key of a name, such as a tenant who signs specs.</summary>
    public static Digest Id(string name) => Digest.Of(Encoding.UTF8.GetBytes($"key of {name}"));

    /// <summary>Digest of the image of a name.</summary>
    public static Digest Image(string name) => Digest.Of(Encoding.UTF8.GetBytes($"image {name}"));

    // Private keys made of small numbers: the same in every run, so that a failure can be repeated to the byte.
    private static ECDsa MakeOfficer(int number)
    {
        var secret = new byte[32];
        secret[^1] = (byte)number;
        secret[0] = 1;
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
    }
}
