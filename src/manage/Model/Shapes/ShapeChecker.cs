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
        switch (shape)
        {
            case ChoiceShape choice:
                CheckChoice(node, choice, what);
                break;
            case RecordShape or MapShape when node is YamlMapping mapping:
                CheckMapping(mapping, shape, what);
                break;
            case ListShape list when node is YamlSequence sequence:
                CheckList(sequence, list, what);
                break;
            case RecordShape or MapShape or ListShape:
                WrongType(node, shape, what);
                break;
            default:
                CheckScalar(node, shape, what);
                break;
        }
    }

    private void CheckChoice(YamlNode node, ChoiceShape choice, string what)
    {
        var fitting = choice.Options.FirstOrDefault(option => Sort(option) == Sort(node));
        if (fitting is null)
            WrongType(node, choice, what);
        else
            Check(node, fitting, what);
    }

    private void CheckMapping(YamlMapping mapping, Shape shape, string what)
    {
        if (shape is MapShape map)
        {
            foreach (var entry in mapping.Entries)
            {
                CheckScalar(entry.Key, map.Key, $"the name of an entry of {what}");
                Check(entry.Value, map.Value, $"{what}.{Printable.Of(entry.Key.Text)}");
            }
            return;
        }
        CheckRecord(mapping, (RecordShape)shape, what);
    }

    private void CheckRecord(YamlMapping mapping, RecordShape record, string what)
    {
        foreach (var entry in mapping.Entries)
        {
            var field = record.Fields.FirstOrDefault(field => field.Name == entry.Key.Text);
            if (field is null)
                UnknownKey(entry.Key, record, what);
            else
                Check(entry.Value, field.Shape, what.Length == 0 ? field.Name : $"{what}.{field.Name}");
        }
        foreach (var field in record.Fields.Where(field => field.IsRequired && mapping[field.Name] is null))
            _diagnostics.Add(DiagnosticCode.MissingKey, mapping.At, $"{Named(what)} needs '{field.Name}'", field.Shape.Doc);
        if (record.OneOf.Count > 0 && mapping.Entries.Count(entry => record.OneOf.Contains(entry.Key.Text)) != 1)
            _diagnostics.Add(DiagnosticCode.MissingKey, mapping.At, $"{Named(what)} needs exactly one of {string.Join(", ", record.OneOf)}");
    }

    private void UnknownKey(YamlScalar key, RecordShape record, string what)
    {
        var near = record.Fields.Select(field => field.Name).FirstOrDefault(name => EditDistance.IsNear(name, key.Text));
        var help = near is null ? $"the keys here are {Keys(record)}" : $"did you mean '{near}'?";
        _diagnostics.Add(DiagnosticCode.UnknownKey, key.At, $"{Named(what)} has no '{Printable.Of(key.Text)}'", help);
    }

    private void CheckList(YamlSequence sequence, ListShape list, string what)
    {
        if (sequence.Items.Count < list.Least)
            _diagnostics.Add(DiagnosticCode.MissingKey, sequence.At, $"{Named(what)} needs at least {list.Least} {(list.Least == 1 ? "item" : "items")}");
        for (var i = 0; i < sequence.Items.Count; i++)
            Check(sequence.Items[i], list.Item, $"{what}[{i.ToString(CultureInfo.InvariantCulture)}]");
    }

    private void CheckScalar(YamlNode node, Shape shape, string what)
    {
        if (node is not YamlScalar scalar)
        {
            WrongType(node, shape, what);
            return;
        }
        if (scalar.Text.Length > ModelLimits.TextLength)
            Bad(scalar, what, $"has {scalar.Text.Length} characters", $"at most {ModelLimits.TextLength} are allowed", shape);
        else if (Problem(scalar, shape) is { } help)
            Bad(scalar, what, $"cannot be '{Printable.Of(scalar.Text)}'", help, shape);
    }

    private string? Problem(YamlScalar scalar, Shape shape) => shape switch
    {
        WordShape words => words.Words.Contains(scalar.Text) ? null : $"use one of {string.Join(", ", words.Words)}",
        FlagShape => scalar is { IsPlain: true, Text: "true" or "false" } ? null : "use true or false",
        NumberShape number => IsNumber(scalar, number) ? null : $"use a whole number from {number.Least} to {number.Most}",
        PatternShape pattern => Matches(pattern, scalar.Text) ? null : $"for example {pattern.Example}",
        _ => Printable.Of(scalar.Text) == scalar.Text || scalar.Text.Length > 100 ? null : "use visible characters only",
    };

    private static bool IsNumber(YamlScalar scalar, NumberShape number) =>
        scalar.IsPlain && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= number.Least && value <= number.Most;

    private bool Matches(PatternShape shape, string text)
    {
        if (!_patterns.TryGetValue(shape.Pattern, out var pattern))
            _patterns.Add(shape.Pattern, pattern = new Regex($"\\A(?:{shape.Pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        return (!shape.IsName || text.Length <= ModelLimits.NameLength) && pattern.IsMatch(text);
    }

    private void Bad(YamlScalar scalar, string what, string problem, string help, Shape shape)
    {
        var isName = shape is PatternShape { IsName: true };
        var fullHelp = isName ? $"{DiagnosticCode.BadName.Help()}, {help}" : help;
        _diagnostics.Add(isName ? DiagnosticCode.BadName : DiagnosticCode.BadValue, scalar.At, $"{Named(what)} {problem}", fullHelp);
    }

    private void WrongType(YamlNode node, Shape shape, string what) =>
        _diagnostics.Add(DiagnosticCode.WrongType, node.At, $"{Named(what)} is {Sort(node)}; {Expected(shape)} is needed");

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

    private static string Named(string what) => what.Length == 0 ? "the file" : what;

    private static string Keys(RecordShape record) => string.Join(", ", record.Fields.Select(field => field.Name));
}
