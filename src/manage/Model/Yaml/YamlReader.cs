using System;
using System.Collections.Generic;
using System.IO;
using Cofferdam.Model.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cofferdam.Model.Yaml;

/// <summary>
/// Reads one YAML document into nodes with places. Only plain data: no anchors, aliases, tags, merge keys, directives or further documents.
/// Size, depth and number of nodes are bounded, so that no input takes long.
/// </summary>
public sealed class YamlReader
{
    private const char ByteOrderMark = '\ufeff';

    private readonly string _file;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(string file, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _text = text;
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
        if (text.Length > ModelLimits.FileLength)
        {
            diagnostics.Add(
                DiagnosticCode.TooLarge,
                new Position(file, 1, 1),
                $"the file has {text.Length} characters; at most {ModelLimits.FileLength} are read",
                DiagnosticCode.TooLarge.Help());
            return null;
        }
        var plain = text.StartsWith(ByteOrderMark) ? text[1..] : text;
        return HiddenText.Report(file, plain, diagnostics) ? null : new YamlReader(file, plain, diagnostics).ReadDocument();
    }

    private YamlNode? ReadDocument()
    {
        try
        {
            Expect<StreamStart>();
            if (Peek() is StreamEnd)
                return Fail(DiagnosticCode.MissingKey, new Position(_file, 1, 1), "the file is empty", "coffer init writes one to begin with");
            RefuseDirectives(Expect<DocumentStart>());
            var root = ReadNode(0);
            if (root is null)
                return null;
            Expect<DocumentEnd>();
            if (Peek() is not StreamEnd)
                Refuse(Peek(), "a second document begins here; a project file is one document", "put it into a file of its own");
            return root;
        }
        catch (YamlException problem)
        {
            return Fail(
                DiagnosticCode.Syntax,
                Within(problem.Start, SyntaxProblem.IsAboutTabs(problem)),
                SyntaxProblem.Message(problem),
                SyntaxProblem.Help(problem));
        }
        catch (Exception problem)
            when (problem is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The library throws these for some broken files; whatever it says, the file is what is wrong.
            return Fail(DiagnosticCode.Syntax, Within(_parser.Current?.Start ?? Mark.Empty, false), "this is no valid YAML", SyntaxProblem.Unclosed);
        }
    }

    private void RefuseDirectives(DocumentStart start)
    {
        if (start.Version is not null)
            Refuse(start, "%YAML directives are not read", "leave it out");
        else if (!start.IsImplicit && _text.StartsWith('%'))
            Refuse(start, "directives are not read", "leave it out");
    }

    private YamlNode? ReadNode(int depth)
    {
        if (_diagnostics.IsFull)
            return null;
        var next = Peek();
        if (++_nodes > ModelLimits.Nodes)
            return Fail(DiagnosticCode.TooLarge, At(next), $"the file has more than {ModelLimits.Nodes} values", DiagnosticCode.TooLarge.Help());
        if (depth > ModelLimits.Depth)
            return Fail(DiagnosticCode.TooLarge, At(next), $"this is nested more than {ModelLimits.Depth} deep", DiagnosticCode.TooLarge.Help());
        if (next is NodeEvent { Anchor.IsEmpty: false })
            Refuse(next, "anchors are not read", "write the value out where it is used");
        if (next is NodeEvent { Tag.IsEmpty: false })
            Refuse(next, "tags are not read", "leave it out");
        return next switch
        {
            AnchorAlias => ReadAlias(),
            Scalar => ReadScalar(),
            SequenceStart => ReadSequence(depth),
            MappingStart => ReadMapping(depth),
            _ => Fail(DiagnosticCode.Syntax, At(next), "a value is missing here", "write one"),
        };
    }

    private YamlHole ReadAlias()
    {
        var alias = Expect<AnchorAlias>();
        Refuse(alias, "aliases are not read", "write the value out");
        return new YamlHole(At(alias));
    }

    private YamlScalar ReadScalar()
    {
        var scalar = Expect<Scalar>();
        var isPlain = scalar.Style is ScalarStyle.Plain;
        var lead = isPlain ? 0 : 1;
        var isAsWritten = scalar.End.Line == scalar.Start.Line && scalar.End.Index - scalar.Start.Index == scalar.Value.Length + 2 * lead;
        return new YamlScalar(At(scalar), scalar.Value, isPlain, isAsWritten ? lead : -1);
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
        if (key is YamlHole)
            return;
        if (key is not YamlScalar name)
            _diagnostics.Add(DiagnosticCode.WrongType, key.At, "a key must be a word", "write a word, a colon and the value");
        else if (name is { IsPlain: true, Text: "<<" })
            _diagnostics.Add(DiagnosticCode.YamlFeature, key.At, "merge keys are not read", "write the entries out");
        else if (places.TryGetValue(name.Text, out var first))
            _diagnostics.Add(
                DiagnosticCode.DuplicateKey,
                key.At,
                $"'{Printable.Of(name.Text)}' is here twice",
                $"the first is at line {first.Line}; remove one of them");
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

    private YamlNode? Fail(DiagnosticCode code, Position at, string message, string help)
    {
        _diagnostics.Add(code, at, message, help);
        return null;
    }

    private void Refuse(ParsingEvent what, string message, string help) => _diagnostics.Add(DiagnosticCode.YamlFeature, At(what), message, help);

    private Position At(ParsingEvent at) =>
        at.Start.Index >= _text.Length ? Within(at.Start, false) : new Position(_file, (int)Math.Max(1, at.Start.Line), (int)Math.Max(1, at.Start.Column));

    private Position Within(Mark mark, bool isAboutTabs)
    {
        var (line, column) = SyntaxProblem.Place(mark, _text, isAboutTabs);
        return new Position(_file, line, column);
    }
}
