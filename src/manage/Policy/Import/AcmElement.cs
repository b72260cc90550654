using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>An element of the XML file, with its place.</summary>
internal sealed class AcmElement
{
    private List<AcmElement>? _children;
    private string _text = "";

    public AcmElement(string name, Position at, IReadOnlyList<Word> attributeNames, IReadOnlyList<string> attributeValues)
    {
        Name = name;
        At = at;
        AttributeNames = attributeNames;
        AttributeValues = attributeValues;
    }

    /// <summary>Its name; with its name space before it when that is not the root's.</summary>
    public string Name { get; }

    /// <summary>Where it begins.</summary>
    public Position At { get; }

    /// <summary>Names of its attributes, without those that only XML itself looks at.</summary>
    public IReadOnlyList<Word> AttributeNames { get; }

    /// <summary>Values of its attributes, in the same order.</summary>
    public IReadOnlyList<string> AttributeValues { get; }

    /// <summary>Elements in it.</summary>
    public IReadOnlyList<AcmElement> Children => _children ?? [];

    /// <summary>True when it has more text than the limit, and the rest was dropped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Its text without the blanks around it.</summary>
    public string Text => _text.Trim();

    /// <summary>Its text with its place.</summary>
    public Word Word => new(Text, At);

    /// <summary>The first element of this name in it, or null.</summary>
    public AcmElement? this[string name] => Children.FirstOrDefault(child => child.Name == name);

    /// <summary>An attribute's value with its place, or null.</summary>
    public Word? Attribute(string name)
    {
        for (var i = 0; i < AttributeNames.Count; i++)
        {
            if (AttributeNames[i].Text == name)
                return new Word(AttributeValues[i].Trim(), AttributeNames[i].At);
        }
        return null;
    }

    /// <summary>Puts an element into it.</summary>
    public void Add(AcmElement child) => (_children ??= []).Add(child);

    /// <summary>Adds text, up to the limit.</summary>
    public void AddText(string text)
    {
        var added = _text.Length == 0 ? text.TrimStart() : text;
        var room = AcmLimits.TextLength - _text.Length;
        IsTooLong |= added.Length > room;
        _text += added.Length > room ? added[..room] : added;
    }
}
