using System;
using System.Collections.Generic;
using System.IO;
using Cofferdam.Model.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cofferdam.Model.Yaml;

/// <summary>
/// Reads one YAML document into nodes with places. Only plain data: no anchors, aliases, tags, merge keys or further documents. Size, depth and
/// number of nodes are bounded, so that no input takes long.
/// </summary>
public sealed class YamlReader
{
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(string file, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads a document.</summary>
    /// <param name="file">Name of the file, for places.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The root, or null when there is none or it cannot be read.</returns>
    public static YamlNode? Read(string file, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var start = new Position(file, 1, 1);
        if (text.Length > ModelLimits.FileLength)
        {
            diagnostics.Add(DiagnosticCode.TooLarge, start, $"the file has {text.Length} characters; at most {ModelLimits.FileLength} are read");
            return null;
        }
        if (BracketDepth.FirstTooDeep(text) is { } deep)
        {
            diagnostics.Add(DiagnosticCode.TooLarge, deep with { File = file }, $"this is nested more than {ModelLimits.Depth} deep");
            return null;
        }
        return new YamlReader(file, text, diagnostics).ReadDocument(start);
    }

    private YamlNode? ReadDocument(Position start)
    {
        try
        {
            Expect<StreamStart>();
            if (Peek() is StreamEnd)
                return Fail(DiagnosticCode.MissingKey, start, "the file is empty");
            Expect<DocumentStart>();
            var root = ReadNode(0);
            if (root is null)
                return null;
            Expect<DocumentEnd>();
            return Peek() is StreamEnd ? root : Fail(DiagnosticCode.YamlFeature, At(Peek()), "a second document begins here; a project file is one document");
        }
        catch (YamlException problem)
        {
            return Fail(DiagnosticCode.Syntax, At(problem.Start), $"this is no valid YAML: {OneLine(problem.Message)}");
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The library throws these for some broken files; whatever it says, the file is what is wrong.
            return Fail(DiagnosticCode.Syntax, At(_parser.Current?.Start ?? Mark.Empty), "this is no valid YAML");
        }
    }

    private YamlNode? ReadNode(int depth)
    {
        var next = Peek();
        if (++_nodes > ModelLimits.Nodes)
            return Fail(DiagnosticCode.TooLarge, At(next), $"the file has more than {ModelLimits.Nodes} values");
        if (depth > ModelLimits.Depth)
            return Fail(DiagnosticCode.TooLarge, At(next), $"this is nested more than {ModelLimits.Depth} deep");
        return next switch
        {
            AnchorAlias => Fail(DiagnosticCode.YamlFeature, At(next), "aliases are not read; write the value out"),
            NodeEvent { Anchor.IsEmpty: false } => Fail(DiagnosticCode.YamlFeature, At(next), "anchors are not read; write the value out where it is used"),
            NodeEvent { Tag.IsEmpty: false } => Fail(DiagnosticCode.YamlFeature, At(next), "tags are not read; leave it out"),
            Scalar => ReadScalar(),
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => Fail(DiagnosticCode.Syntax, At(next), "a value is missing here"),
        };
    }

    private YamlScalar ReadScalar()
    {
        var scalar = Expect<Scalar>();
        return new YamlScalar(At(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain);
    }

    private YamlSequence? ReadSequence(int depth)
    {
        var start = Expect<SequenceStart>();
        var items = new List<YamlNode>();
        while (Peek() is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        Expect<SequenceEnd>();
        return new YamlSequence(At(start), items);
    }

    private YamlMapping? ReadMapping(int depth)
    {
        var start = Expect<MappingStart>();
        var entries = new List<YamlEntry>();
        var places = new Dictionary<string, Position>(StringComparer.Ordinal);
        while (Peek() is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not { } key)
                return null;
            if (ReadNode(depth + 1) is not { } value)
                return null;
            Enter(entries, places, key, value);
        }
        Expect<MappingEnd>();
        return new YamlMapping(At(start), entries);
    }

    private void Enter(List<YamlEntry> entries, Dictionary<string, Position> places, YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar name)
            _diagnostics.Add(DiagnosticCode.WrongType, key.At, "a key must be a word");
        else if (name is { IsPlain: true, Text: "<<" })
            _diagnostics.Add(DiagnosticCode.YamlFeature, key.At, "merge keys are not read; write the entries out");
        else if (places.TryGetValue(name.Text, out var first))
            _diagnostics.Add(DiagnosticCode.DuplicateKey, key.At, $"'{Printable.Of(name.Text)}' is here twice", $"the first is at line {first.Line}; remove one of them");
        else
        {
            places.Add(name.Text, name.At);
            entries.Add(new YamlEntry(name, value));
        }
    }

    private ParsingEvent Peek()
    {
        if (_parser.Current is null && !_parser.MoveNext())
            throw new YamlException("the file ends too early");
        return _parser.Current!;
    }

    private T Expect<T>()
        where T : ParsingEvent
    {
        if (Peek() is not T expected)
            throw new YamlException(Peek().Start, Peek().End, "something else was expected here");
        _parser.MoveNext();
        return expected;
    }

    private YamlNode? Fail(DiagnosticCode code, Position at, string message)
    {
        _diagnostics.Add(code, at, message);
        return null;
    }

    private Position At(ParsingEvent? at) => At(at?.Start ?? Mark.Empty);

    private Position At(Mark mark) => new(_file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string OneLine(string message) => Printable.Of(message.ReplaceLineEndings(" "));
}
