using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Yaml;

/// <summary>A node of a YAML document, with its place.</summary>
/// <param name="At">Where it begins.</param>
public abstract record YamlNode(Position At);

/// <summary>A scalar as text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsPlain">True without quotes: only then it can be a number, a word of a list, or nothing.</param>
/// <param name="Lead">Characters between its place and its text, where the file has the text as it is, in one line; else -1.</param>
public sealed record YamlScalar(Position At, string Text, bool IsPlain, int Lead = -1) : YamlNode(At)
{
    /// <summary>True for a key without a value.</summary>
    public bool IsNothing => IsPlain && Text.Length == 0;
}

/// <summary>Stands where a value could not be read, which has been reported.</summary>
/// <param name="At">Where it begins.</param>
public sealed record YamlHole(Position At) : YamlNode(At);

/// <summary>A sequence.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Items">Its items.</param>
public sealed record YamlSequence(Position At, IReadOnlyList<YamlNode> Items) : YamlNode(At);

/// <summary>A mapping; its keys are scalars, each once, in the order of the file.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Entries">Its entries.</param>
public sealed record YamlMapping(Position At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                    return entry.Value;
            }
            return null;
        }
    }
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
