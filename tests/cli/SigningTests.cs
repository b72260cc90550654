using System.IO;
using System.Text.RegularExpressions;
using Xunit;

namespace Cofferdam.Tests.cli;

[Trait("Requirement", "POL-1")]
public sealed class SigningTests
{
    [Fact]
    public void What_init_makes_is_valid_compiles_signs_and_verifies()
    {
        using var shop = new Workshop();
        var project = shop.Project();
        Assert.Equal(0, Coffer.Run("check", project).Code);
        Assert.Equal(0, Coffer.Run("policy", "compile", project, "-o", shop["p.cpi"]).Code);
        Assert.Equal(6, Coffer.Run("policy", "verify", shop["p.cpi"]).Code);
        Assert.Equal(0, Coffer.Run("policy", "sign", shop["p.cpi"], "--key", shop["officer.pem"]).Code);
        var officer = Regex.Match(File.ReadAllText(project), "sha256:[0-9a-f]{64}").Value;
        Assert.Equal(0, Coffer.Run("policy", "verify", shop["p.cpi"], "--signer", officer).Code);
    }

    [Fact]
    public void The_officers_key_is_for_its_owner_only_and_is_never_written_over()
    {
        using var shop = new Workshop();
        shop.Project();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shop["officer.pem"]));
        var key = File.ReadAllText(shop["officer.pem"]);
        var again = Coffer.Run("init", Path.GetDirectoryName(shop["officer.pem"])!);
        Assert.Equal(1, again.Code);
        Assert.Equal(key, File.ReadAllText(shop["officer.pem"]));
    }

    [Fact]
    public void A_damaged_image_and_another_signer_end_with_6_and_say_where()
    {
        using var shop = new Workshop();
        Coffer.Run("policy", "compile", shop.Project(), "-o", shop["p.cpi"]);
        Coffer.Run("policy", "sign", shop["p.cpi"], "--key", shop["officer.pem"]);
        var other = Coffer.Run("policy", "verify", shop["p.cpi"], "--signer", $"sha256:{new string('0', 64)}");
        Assert.Equal(6, other.Code);
        var image = File.ReadAllBytes(shop["p.cpi"]);
        image[1300] ^= 1;
        File.WriteAllBytes(shop["p.cpi"], image);
        var damaged = Coffer.Run("policy", "verify", shop["p.cpi"]);
        Assert.Equal(6, damaged.Code);
        Assert.Contains("BadDigest", damaged.Errors, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_compiled_without_an_officer_or_with_a_failing_test()
    {
        using var shop = new Workshop();
        var without = Coffer.Run("policy", "compile", Coffer.TwoBanks, "-o", shop["p.cpi"]);
        Assert.Equal(4, without.Code);
        var failing = File.ReadAllText(shop.Project()).Replace("{allow: \"start web\"", "{deny: \"start web\"", System.StringComparison.Ordinal);
        Assert.Equal(4, Coffer.Run("policy", "compile", shop.Write("failing.yaml", failing), "-o", shop["p.cpi"]).Code);
        Assert.False(File.Exists(shop["p.cpi"]));
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused_by_name()
    {
        using var shop = new Workshop();
        Coffer.Run("policy", "compile", shop.Project(), "-o", shop["p.cpi"]);
        var result = Coffer.Run("policy", "sign", shop["p.cpi"], "--key", shop["coffer.yaml"]);
        Assert.Equal(1, result.Code);
        Assert.Contains("coffer.yaml holds no private P-256 key", result.Errors, System.StringComparison.Ordinal);
    }
}
