using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage.Reading;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage;

/// <summary>
/// The optional sections of an image, for explanations: what things are called and where they stand in their source. A host that dropped
/// them decides the same and explains by key. Read when first needed, not when a policy is loaded.
/// </summary>
public sealed class PolicyNames
{
    private readonly string[] _strings;
    private readonly NamePlaces _places;
    private readonly Dictionary<(SourceKind, int), SourcePlace> _sources;

    internal PolicyNames(string[] strings, NamePlaces places, Dictionary<(SourceKind, int), SourcePlace> sources)
    {
        _strings = strings;
        _places = places;
        _sources = sources;
    }

    /// <summary>The policy's name.</summary>
    public string Policy => _strings[0];

    /// <summary>Reads and checks the optional sections.</summary>
    /// <param name="image">An image whose required part is valid.</param>
    /// <param name="error">Set when a section that is there is not valid.</param>
    /// <returns>The names; empty ones where the host dropped the section; null on error.</returns>
    public static PolicyNames? Read(ReadOnlySpan<byte> image, out WireError error) => NamesReader.Read(image, out error);

    /// <summary>Name of a type.</summary>
    public string Type(int index) => Text(_places.Types, index);

    /// <summary>Name of a label.</summary>
    public string Label(int index) => Text(_places.Labels, index);

    /// <summary>Mark of a label.</summary>
    public string Mark(int index) => Text(_places.Marks, index);

    /// <summary>Colour of a label.</summary>
    public string Color(int index) => Text(_places.Colors, index);

    /// <summary>Name of a conflict set.</summary>
    public string Conflict(int index) => Text(_places.Conflicts, index);

    /// <summary>Why there is a conflict set.</summary>
    public string ConflictReason(int index) => Text(_places.ConflictReasons, index);

    /// <summary>Name of a channel.</summary>
    public string Channel(int index) => Text(_places.Channels, index);

    /// <summary>Why there is a channel.</summary>
    public string ChannelReason(int index) => Text(_places.ChannelReasons, index);

    /// <summary>Name of a host; empty for the default entry.</summary>
    public string Host(int index) => Text(_places.Hosts, index);

    /// <summary>Name of a secrecy level.</summary>
    public string SecrecyLevel(int index) => Text(_places.SecrecyLevels, index);

    /// <summary>Name of an integrity level.</summary>
    public string IntegrityLevel(int index) => Text(_places.IntegrityLevels, index);

    /// <summary>Name of a category.</summary>
    public string Category(int index) => Text(_places.Categories, index);

    /// <summary>Where a thing stands in its source, or null when that is not known.</summary>
    public SourcePlace? Source(SourceKind kind, int index) => _sources.TryGetValue((kind, index), out var place) ? place : null;

    private string Text(int start, int index) => _strings.Length == 1 ? "" : _strings[start + index];
}
