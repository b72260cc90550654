using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Project;

/// <summary>Reads values out of nodes that the shapes have been held against. What does not fit was reported there and counts as left out here.</summary>
internal static class NodeAccess
{
    /// <summary>A scalar as a word; of one that is too long, which has been reported, only the beginning.</summary>
    public static Word? Word(this YamlNode? node) => node is YamlScalar scalar ? Word(scalar) : null;

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
        node is YamlMapping mapping ? mapping.Entries.Select(entry => (Word(entry.Key), entry.Value)) : [];

    /// <summary>Entries whose values are mappings; a value that is none counts as an empty one, so that the name is known all the same.</summary>
    public static IEnumerable<(Word Name, YamlMapping Value)> Records(this YamlNode? node) =>
        node.Entries().Select(entry => (entry.Name, entry.Value as YamlMapping ?? new YamlMapping(entry.Value.At, [])));

    private static Word Word(YamlScalar scalar) =>
        new(scalar.Text.Length <= ModelLimits.TextLength ? scalar.Text : scalar.Text[..ModelLimits.TextLength], scalar.At, scalar.Lead);
}
