using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Project;

/// <summary>Reads values out of nodes that the shapes have been held against. What does not fit was reported there and counts as left out here.</summary>
internal static class NodeAccess
{
    public static Word? Word(this YamlNode? node) => node is YamlScalar scalar ? new Word(scalar.Text, scalar.At) : null;

    public static Word? Word(this YamlMapping mapping, string key) => mapping[key].Word();

    /// <summary>The word; where it is missing an empty one at the place of the mapping.</summary>
    public static Word Needed(this YamlMapping mapping, string key) => mapping.Word(key) ?? new Word("", mapping.At);

    public static string Text(this YamlMapping mapping, string key, string otherwise = "") => mapping.Word(key)?.Text ?? otherwise;

    public static ulong? Number(this YamlMapping mapping, string key) =>
        ulong.TryParse(mapping.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static IReadOnlyList<Word> Words(this YamlNode? node) =>
        node is YamlSequence sequence ? [.. sequence.Items.Select(item => item.Word()).OfType<Word>()] : [];

    public static IReadOnlyList<Word> Words(this YamlMapping mapping, string key) => mapping[key].Words();

    public static IEnumerable<(Word Name, YamlNode Value)> Entries(this YamlNode? node) =>
        node is YamlMapping mapping ? mapping.Entries.Select(entry => (new Word(entry.Key.Text, entry.Key.At), entry.Value)) : [];

    /// <summary>Entries whose values are mappings.</summary>
    public static IEnumerable<(Word Name, YamlMapping Value)> Records(this YamlNode? node) =>
        node.Entries().Where(entry => entry.Value is YamlMapping).Select(entry => (entry.Name, (YamlMapping)entry.Value));
}
