using System;
using System.Linq;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Xunit;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>Names and reasons that somebody wrote to break a picture.</summary>
[Trait("Requirement", "POL-2")]
public sealed class HostileTests
{
    public static TheoryData<string> Names => new(
        "<script>alert(1)</script>",
        "\"/><image href='http://elsewhere.example/x.png'/>",
        "]]><!--",
        "&lt;&amp;&#0;",
        "a\nb\r\n\tc",
        "\u0000\u0001\u001b[31m",
        "\u202egnp.exe\u2066",
        "\ufffe\uffff",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        new string('W', 200),
        "e" + new string('\u0301', 100));

    public static TheoryData<string> Drawings => new(Pictures.Svg.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Stay_text(string name)
    {
        var policy = PolicyOf(name);
        foreach (var draw in Pictures.Svg.Values)
        {
            var picture = SvgPicture.Read(draw(policy));
            Assert.Empty(picture.Strange);
            Assert.Empty(picture.Texts.Where(text => !picture.Whole.Contains(text.Box)).Select(text => text.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Do_not_reach_a_terminal_as_they_are(string name)
    {
        foreach (var draw in Pictures.Text.Values)
        {
            var text = draw(PolicyOf(name), 80);
            Assert.DoesNotContain(text, character => character != '\n' && char.IsControl(character));
            Assert.DoesNotContain(text, character => character is '\u202e' or '\u2066');
            Assert.All(text.Split('\n'), line => Assert.True(Cofferdam.Policy.Drawing.Plain.Columns.Of(line) <= 80, line));
        }
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Marks_and_reasons_of_a_project_file_stay_text(string drawing)
    {
        var policy = Project.Policy("""
            workloads:
              a: {mark: "</text>"}
              b: {mark: "\"&'"}
            conflicts: {c: {of: [a, b], why: "<b>&amp;</b>"}}
            channels: {d: {from: a, to: b, kind: memory, why: "</svg>]]>"}}
            hosts: {default: {runs: [a, b]}}
            """);
        var picture = SvgPicture.Read(Pictures.Svg[drawing](policy));
        Assert.Empty(picture.Strange);
        Assert.Contains("<b>&amp;</b>", picture.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes()
    {
        Assert.Equal("&lt;a &amp; &#39;b&#39; &quot;c&quot;&gt;", Xml.Escape("<a & 'b' \"c\">"));
        Assert.Equal("\ufffd\ufffd\ufffd\ufffd\ufffd", Xml.Escape("\u0000\ud800\uffff\u007f\n"));
        Assert.Equal("漢 \U0001F512", Xml.Escape("漢 \U0001F512"));
    }

    private static CheckedPolicy PolicyOf(string name)
    {
        string[] others = [$"{name} one", $"{name} two"];
        return Pictures.Compiled(new PolicyContent
        {
            Name = name,
            Types = [new(name), .. others.Select(other => new TypeContent(other))],
            Labels = [Label(name, name), .. others.Select(other => Label(other, other)), Label($"{name} both", name)],
            SecrecyLevels = [name, $"{name} high"],
            Channels =
            [
                new(name, name, others[0], AccessKind.Vsock, 1, Flows.Both, name),
                new($"{name} 2", others[0], others[1], AccessKind.Memory, 0, Flows.Both),
            ],
            Conflicts = [new(name, [name, others[1]], WallScope.Host, WallMode.Running, name)],
            Hosts = [new("", [name])],
            Keys = [new(KeyRole.Officer, Digest.Of("a key"u8))],
        });
    }

    private static LabelContent Label(string name, string type) => new(name, [type]) { Mark = name, SecrecyHigh = new Secrecy(1, 0) };
}
