using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Shapes;

/// <summary>Holds nodes against shapes and says all that is wrong.</summary>
public sealed class ShapeChecker
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    /// <summary>Reports to <paramref name="diagnostics"/>.</summary>
    public ShapeChecker(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>Checks a node and all below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="what">What it is, for messages.</param>
    public void Check(YamlNode node, Shape shape, string what)
    {
        if (_diagnostics.IsFull)
            return;
        switch (shape, node)
        {
            case (_, YamlHole):
                break;
            case (ChoiceShape choice, _):
                CheckChoice(node, choice, what);
                break;
            case (MapShape map, YamlMapping mapping):
                CheckMap(mapping, map, what);
                break;
            case (RecordShape record, YamlMapping mapping):
                CheckRecord(mapping, record, what);
                break;
            case (ListShape list, YamlSequence sequence):
                CheckList(sequence, list, what);
                break;
            case (RecordShape or MapShape or ListShape, _):
            case (_, not YamlScalar):
                WrongType(node, shape, what);
                break;
            default:
                CheckScalar((YamlScalar)node, shape, what);
                break;
        }
    }

    private void CheckChoice(YamlNode node, ChoiceShape choice, string what)
    {
        var fitting = choice.Options.FirstOrDefault(option => Sort(option) == Sort(node));
        if (fitting is null)
            WrongType(node, choice, what);
        else if (node is YamlScalar scalar)
            CheckScalar(scalar, fitting, what, $"use {choice.Doc}");
        else
            Check(node, fitting, what);
    }

    private void CheckMap(YamlMapping mapping, MapShape map, string what)
    {
        foreach (var entry in mapping.Entries)
        {
            CheckScalar(entry.Key, map.Key, $"the name of an entry of {Named(what)}");
            Check(entry.Value, map.Value, Below(what, Printable.Of(entry.Key.Text)));
        }
    }

    private void CheckRecord(YamlMapping mapping, RecordShape record, string what)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var field = record.Fields.FirstOrDefault(field => field.Name == entry.Key.Text);
            if (field is not null)
                Check(entry.Value, field.Shape, Below(what, field.Name));
            else if (!_diagnostics.IsFull)
                meant.Add(UnknownKey(entry.Key, record, what));
        }
        foreach (var field in record.Fields.Where(field => field.IsRequired && !meant.Contains(field.Name) && mapping[field.Name] is null))
            _diagnostics.Add(DiagnosticCode.MissingKey, mapping.At, $"{Named(what)} needs '{field.Name}'", $"add it: {field.Shape.Doc}");
        var chosen = mapping.Entries.Count(entry => record.OneOf.Contains(entry.Key.Text));
        if (record.OneOf.Count > 0 && chosen != 1 && !record.OneOf.Any(meant.Contains))
            OneNeeded(mapping, record, what, chosen);
    }

    private void OneNeeded(YamlMapping mapping, RecordShape record, string what, int chosen) => _diagnostics.Add(
        DiagnosticCode.MissingKey,
        mapping.At,
        $"{Named(what)} needs exactly one of {string.Join(", ", record.OneOf)}, and has {(chosen == 0 ? "none" : $"{chosen}")}",
        chosen == 0 ? "add one of them" : "leave one of them");

    /// <summary>Reports a key, and gives the one that was most likely meant, or nothing.</summary>
    private string UnknownKey(YamlScalar key, RecordShape record, string what)
    {
        var names = record.Fields.Select(field => field.Name).ToList();
        var near = EditDistance.Nearest(names, key.Text);
        var help = near is null ? $"the keys here are {string.Join(", ", names)}" : $"did you mean '{near}'?";
        _diagnostics.Add(DiagnosticCode.UnknownKey, key.At, $"{Named(what)} has no '{Printable.Of(key.Text)}'", help);
        return near ?? "";
    }

    private void CheckList(YamlSequence sequence, ListShape list, string what)
    {
        if (sequence.Items.Count < list.Least)
            _diagnostics.Add(
                DiagnosticCode.MissingKey,
                sequence.At,
                $"{Named(what)} needs at least {list.Least} {(list.Least == 1 ? "item" : "items")}",
                $"add to it: {list.Doc}");
        for (var i = 0; i < sequence.Items.Count; i++)
            Check(sequence.Items[i], list.Item, $"{what}[{i.ToString(CultureInfo.InvariantCulture)}]");
        if (list.IsSet)
            CheckDistinct(sequence, what);
    }

    private void CheckDistinct(YamlSequence sequence, string what)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in sequence.Items.OfType<YamlScalar>().Where(item => item.Text.Length > 0))
        {
            if (!places.TryAdd(item.Text, item.At.Line))
                _diagnostics.Add(
                    DiagnosticCode.DuplicateName,
                    item.At,
                    $"{what} has '{Printable.Of(item.Text)}' twice",
                    $"the first is at line {places[item.Text]}; remove one of them");
        }
    }

    private void CheckScalar(YamlScalar scalar, Shape shape, string what, string? wanted = null)
    {
        if (_diagnostics.IsFull || Problem(scalar, shape) is not { } problem)
            return;
        var isName = shape is PatternShape { IsName: true };
        var help = isName ? $"{DiagnosticCode.BadName.Help()}; {Wanted(shape)}" : wanted ?? Wanted(shape);
        _diagnostics.Add(isName ? DiagnosticCode.BadName : DiagnosticCode.BadValue, scalar.At, $"{Named(what)} {problem}", help);
    }

    private string? Problem(YamlScalar scalar, Shape shape)
    {
        var most = shape is PatternShape { IsName: true } ? ModelLimits.NameLength : (shape as TextShape)?.Most ?? ModelLimits.TextLength;
        if (scalar.Text.Length > most)
            return $"has {scalar.Text.Length} characters; at most {most} are possible";
        if (scalar.IsNothing)
            return "has no value";
        return Fits(scalar, shape) ? null : $"cannot be '{Printable.Of(scalar.Text)}'";
    }

    private bool Fits(YamlScalar scalar, Shape shape) => shape switch
    {
        WordShape words => words.Words.Contains(scalar.Text) || words.AlsoRead.Contains(scalar.Text),
        FlagShape => scalar is { IsPlain: true, Text: "true" or "false" },
        NumberShape number => IsNumber(scalar, number),
        PatternShape pattern => Matches(pattern, scalar.Text),
        _ => scalar.Text.Length > 0 && Printable.IsClean(scalar.Text),
    };

    private static string Wanted(Shape shape) => shape switch
    {
        WordShape words => $"use one of {string.Join(", ", words.Words)}",
        FlagShape => "use true or false",
        NumberShape number when number.Least == number.Most => $"use {number.Least}",
        NumberShape number => $"use a whole number from {number.Least} to {number.Most}",
        PatternShape pattern => $"write it like {pattern.Example}",
        TextShape text => $"use at most {text.Most} visible characters, in one line",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static bool IsNumber(YamlScalar scalar, NumberShape number) =>
        scalar.IsPlain
        && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= number.Least && value <= number.Most;

    private bool Matches(PatternShape shape, string text)
    {
        if (!_patterns.TryGetValue(shape.Pattern, out var pattern))
            _patterns.Add(shape.Pattern, pattern = new Regex($"\\A(?:{shape.Pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        return pattern.IsMatch(text);
    }

    private void WrongType(YamlNode node, Shape shape, string what)
    {
        var isNothing = node is YamlScalar { IsNothing: true };
        var found = isNothing ? "has no value" : $"is {Sort(node)}";
        _diagnostics.Add(
            DiagnosticCode.WrongType,
            node.At,
            $"{Named(what)} {found}; {Expected(shape)} is needed",
            isNothing ? $"write it, or {Empty(shape)}" : Example(shape));
    }

    private static string Empty(Shape shape) => shape is ListShape ? "[] for none" : "{} for an empty one";

    private static string Example(Shape shape) => shape switch
    {
        RecordShape record => $"write {{{record.Fields[0].Name}: ...}}; its keys are {string.Join(", ", record.Fields.Select(field => field.Name))}",
        MapShape => "write {NAME: ..., NAME: ...}, or one entry a line",
        ListShape => "write [A, B], or '- A' a line",
        ChoiceShape choice => $"use {choice.Doc}",
        _ => Wanted(shape),
    };

    private static string Expected(Shape shape) => shape switch
    {
        ChoiceShape choice => string.Join(" or ", choice.Options.Select(Sort)),
        _ => Sort(shape),
    };

    private static string Sort(Shape shape) => shape switch
    {
        RecordShape or MapShape => "a mapping",
        ListShape => "a list",
        _ => "a single value",
    };

    private static string Sort(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a single value",
    };

    private static string Below(string what, string name) => what.Length == 0 ? name : $"{what}.{name}";

    private static string Named(string what) => what.Length == 0 ? "the file" : what;
}
