using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Damages what a project file says and not how it is written: the text stays YAML, so that what comes after the parser is met.</summary>
public sealed class TreeMutator
{
    private readonly Choices _choices;
    private readonly List<TextNode> _nodes;
    private readonly List<string> _words;
    private TextNode _target;

    private TreeMutator(Choices choices, TextMap root)
    {
        _choices = choices;
        _nodes = [.. Below(root)];
        var keys = _nodes.OfType<TextMap>().SelectMany(map => map.Entries.Select(entry => entry.Key));
        _words = [.. _nodes.OfType<TextScalar>().Select(scalar => scalar.Text).Concat(keys)];
        _target = choices.Pick(_nodes);
    }

    /// <summary>Damages a file in one to three places.</summary>
    public static TextMap Damage(Choices choices, TextMap root)
    {
        for (var i = choices.Between(1, 3); i > 0; i--)
        {
            var mutator = new TreeMutator(choices, root);
            root = mutator.Copy(root) as TextMap ?? root;
        }
        return root;
    }

    private static IEnumerable<TextNode> Below(TextNode node) => node switch
    {
        TextMap map => map.Entries.SelectMany(entry => Below(entry.Value)).Prepend(map),
        TextList list => list.Items.SelectMany(Below).Prepend(list),
        _ => [node],
    };

    /// <summary>The tree, with the chosen node damaged.</summary>
    private TextNode Copy(TextNode node)
    {
        if (ReferenceEquals(node, _target))
        {
            _target = new TextScalar("");
            return Damaged(node);
        }
        return node switch
        {
            TextMap map => new TextMap([.. map.Entries.Select(entry => (entry.Key, Copy(entry.Value)))]),
            TextList list => new TextList([.. list.Items.Select(Copy)]),
            _ => node,
        };
    }

    private TextNode Damaged(TextNode node) => (node, _choices.Below(8)) switch
    {
        (_, 0) => _choices.Pick(_nodes),
        (TextMap map, 1 or 2) => new TextMap(Without(map.Entries)),
        (TextMap map, 3 or 4) => new TextMap([.. map.Entries, (Word(), _choices.Pick(_nodes))]),
        (TextMap map, 5 or 6) => new TextMap(Renamed(map.Entries)),
        (TextList list, 1 or 2 or 3) => new TextList(Without(list.Items)),
        (TextList list, 4 or 5 or 6) => new TextList([.. list.Items, new TextScalar(Word())]),
        (TextScalar scalar, 1) => new TextScalar(scalar.Text + _choices.Pick(["x", ".x", "..high", "-", "-2", "0"]), scalar.MayBeQuoted),
        (TextScalar scalar, 2) => new TextScalar(scalar.Text.Length > 1 ? scalar.Text[1..] : "", scalar.MayBeQuoted),
        (TextScalar, 3) => new TextScalar(_choices.Pick(["0", "-1", "18446744073709551615", "4294967296", "99999999999999999999", "true", "~"]), false),
        _ => new TextScalar(Word()),
    };

    private string Word() => _choices.Pick(_words);

    private List<T> Without<T>(IReadOnlyList<T> items)
    {
        var rest = items.ToList();
        if (rest.Count > 0)
            rest.RemoveAt(_choices.Below(rest.Count));
        return rest;
    }

    private List<(string, TextNode)> Renamed(IReadOnlyList<(string Key, TextNode Value)> entries)
    {
        var renamed = entries.ToList();
        var at = _choices.Below(renamed.Count);
        if (renamed.Count > 0)
            renamed[at] = (Word(), renamed[at].Value);
        return renamed;
    }
}
