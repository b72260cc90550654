using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>A picture, read as a stranger would read it.</summary>
internal sealed partial class SvgPicture
{
    private static readonly string[] Elements = ["svg", "title", "desc", "g", "rect", "circle", "path", "text"];

    private readonly XElement _root;

    private SvgPicture(XElement root) => _root = root;

    public Box Whole => new(0, 0, Number(_root, "width"), Number(_root, "height"));

    /// <summary>What it says to who cannot see it.</summary>
    public string Title => _root.Elements().First(element => element.Name.LocalName == "title").Value;

    public string Description => _root.Elements().First(element => element.Name.LocalName == "desc").Value;

    public string Role => (string?)_root.Attribute("role") ?? "";

    /// <summary>All that is written, seen or pointed at.</summary>
    public string Words =>
        string.Join('\n', _root.Descendants().Where(element => element.Name.LocalName is "text" or "title").Select(element => element.Value));

    /// <summary>Elements and attributes that have no place in a picture.</summary>
    public IEnumerable<string> Strange => _root.DescendantsAndSelf().SelectMany(element => StrangeIn(element));

    /// <summary>Texts with their room.</summary>
    public IEnumerable<DrawnText> Texts => _root.Descendants().Where(element => element.Name.LocalName == "text").Select(Place);

    /// <summary>Reads strictly: no document type, nothing from elsewhere.</summary>
    public static SvgPicture Read(string svg)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(svg), settings);
        return new SvgPicture(XElement.Load(reader));
    }

    private static IEnumerable<string> StrangeIn(XElement element)
    {
        if (!Elements.Contains(element.Name.LocalName) || element.Name.NamespaceName != "http://www.w3.org/2000/svg")
            yield return element.Name.ToString();
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = attribute.Name.LocalName;
            var isActive = name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "href" or "style" or "class";
            if (isActive || attribute.Value.Contains("url(", StringComparison.Ordinal))
                yield return $"{element.Name.LocalName}/{name}";
        }
    }

    private static DrawnText Place(XElement text)
    {
        var size = Number(text, "font-size");
        var width = TextWidth.Of(text.Value, new TextStyle(size, "", (string?)text.Attribute("font-weight") == "bold"));
        var moves = text.Ancestors().Select(MoveOf).ToList();
        var (x, y) = (moves.Sum(move => move.X), moves.Sum(move => move.Y));
        if (MoveOf(text) is { } turned && text.Attribute("transform") is not null)
            return new DrawnText(text.Value, new Box(x + turned.X - size * 0.8, y + turned.Y - width, size, width));
        var back = (string?)text.Attribute("text-anchor") switch { "middle" => 0.5, "end" => 1, _ => 0 };
        return new DrawnText(text.Value, new Box(x + Number(text, "x") - back * width, y + Number(text, "y") - size * 0.8, width, size));
    }

    private static Point MoveOf(XElement element)
    {
        var match = Move().Match((string?)element.Attribute("transform") ?? "");
        return match.Success ? new Point(Parse(match.Groups[1].Value), Parse(match.Groups[2].Value)) : default;
    }

    private static double Number(XElement element, string name) => Parse(element.Attribute(name)!.Value);

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\(([-0-9.]+) ([-0-9.]+)\)")]
    private static partial Regex Move();
}
