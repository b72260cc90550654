using System;
using System.Globalization;
using System.Linq;
using Cofferdam.Model.Shapes;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;
using Xunit;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>Colours that can be read, marks that can be told apart, text that fits.</summary>
[Trait("Requirement", "POL-2")]
public sealed class LookTests
{
    private const double LeastContrast = 4.5;

    public static TheoryData<string, string> Pairs => new()
    {
        { Palette.Ink, Palette.Paper },
        { Palette.Ink, Palette.Band },
        { Palette.Muted, Palette.Paper },
        { Palette.Muted, Palette.Band },
        { Palette.Muted, Palette.Self },
        { Palette.Share, Palette.ShareTint },
        { Palette.Share, Palette.Paper },
        { Palette.Channel, Palette.ChannelTint },
        { Palette.Channel, Palette.Paper },
        { Palette.Wall, Palette.WallTint },
        { Palette.Wall, Palette.Paper },
        { Palette.Wall, Palette.ChannelTint },
        { Palette.Wall, Palette.ThroughTint },
        { Palette.Wall, Palette.GuardTint },
        { Palette.Through, Palette.ThroughTint },
        { Palette.Through, Palette.Paper },
        { Palette.Guard, Palette.GuardTint },
        { Palette.Guard, Palette.Paper },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_reads_on_its_ground(string text, string ground) =>
        Assert.True(Contrast(text, ground) >= LeastContrast, $"{text} on {ground}: {Contrast(text, ground)}");

    [Fact]
    public void Marks_read_on_all_colours_of_labels() =>
        Assert.All(Colors.Names, name => Assert.True(Contrast(Palette.Paper, Colors.Value(name)) >= LeastContrast, name));

    [Fact]
    public void Labels_without_a_mark_get_one_each()
    {
        var faces = DrawnPolicy.Of(Pictures.Policy("sixty")).Faces;
        Assert.Equal(faces.Count, faces.Select(face => face.Mark).Distinct().Count());
        Assert.All(faces, face => Assert.InRange(face.Mark.Length, 1, 4));
    }

    [Theory]
    [InlineData("a-bank.trading", "ABT")]
    [InlineData("tenant-12", "T12")]
    [InlineData("clearing", "C")]
    [InlineData("a.b.c.d.e.f", "ABCD")]
    [InlineData("-", "?")]
    public void Marks_are_first_letters(string name, string mark) => Assert.Equal(mark, new Marks([]).For(name));

    [Fact]
    public void Marks_that_are_taken_get_a_number()
    {
        var marks = new Marks(["C"]);
        Assert.Equal(("C2", "C3", "D"), (marks.For("clearing"), marks.For("customs"), marks.For("dns")));
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaa…aaaab")]
    public void Long_names_lose_their_middle(string name, string shown) => Assert.Equal(shown, TextWidth.FitName(name, 90, TextStyle.Body));

    [Theory]
    [InlineData("")]
    [InlineData("i")]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("漢字漢字漢字漢字漢字漢字漢字")]
    public void Cut_text_fits_its_room(string text)
    {
        foreach (var room in new[] { 20.0, 50, 90, 400 })
        {
            Assert.True(TextWidth.Of(TextWidth.Fit(text, room, TextStyle.Heading), TextStyle.Heading) <= room);
            Assert.True(TextWidth.Of(TextWidth.FitName(text, room + 24, TextStyle.Heading), TextStyle.Heading) <= room + 24);
            Assert.All(Wrap.Of(text, room, TextStyle.Heading, 3), line => Assert.True(TextWidth.Of(line, TextStyle.Heading) <= room));
        }
    }

    /// <summary>The contrast of two colours as WCAG 2 defines it.</summary>
    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Channel(int at)
        {
            var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
