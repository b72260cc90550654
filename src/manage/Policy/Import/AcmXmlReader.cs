using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Reads XML into elements with places: no document type, so no entities of its own and nothing fetched; size, depth and number of elements
/// bounded, so that no input takes long. The root's name space is that of the whole file, whichever it is: real files differ in it.
/// </summary>
internal sealed class AcmXmlReader
{
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    private readonly string _file;
    private readonly AcmReport _report;
    private readonly XmlReader _reader;
    private readonly Stack<AcmElement> _open = new();
    private AcmElement? _root;
    private string _namespace = "";
    private int _elements;
    private Position? _firstComment;

    private AcmXmlReader(string file, XmlReader reader, AcmReport report)
    {
        _file = file;
        _reader = reader;
        _report = report;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for places.</param>
    /// <param name="text">Its text.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <returns>The root, or null when the file cannot be read.</returns>
    public static AcmElement? Read(string file, string text, AcmReport report)
    {
        if (text.Length > AcmLimits.FileLength)
        {
            var message = $"the file has {text.Length} characters; at most {AcmLimits.FileLength} are read";
            report.Error(DiagnosticCode.TooLarge, new Position(file, 1, 1), message);
            return null;
        }
        // Editors of the time put a byte order mark before the declaration.
        var plain = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (MarkupScan.Find(file, plain) is { } found)
        {
            report.Error(found.Code, found.At, found.Message, found.Help);
            return null;
        }
        return ReadPlain(file, plain, report);
    }

    private static AcmElement? ReadPlain(string file, string text, AcmReport report)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings());
        try
        {
            return new AcmXmlReader(file, reader, report).ReadAll();
        }
        catch (XmlException problem)
        {
            var at = new Position(file, Math.Max(1, problem.LineNumber), Math.Max(1, problem.LinePosition));
            report.Error(DiagnosticCode.AcmXml, at, $"this is no valid XML: {Printable.Of(WithoutPlace(problem))}");
            return null;
        }
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = AcmLimits.FileLength,
        MaxCharactersFromEntities = 1,
        ConformanceLevel = ConformanceLevel.Document,
        CheckCharacters = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The message without the place at its end, which the diagnostic has.</summary>
    private static string WithoutPlace(XmlException problem)
    {
        var end = problem.Message.LastIndexOf($" Line {problem.LineNumber}, position {problem.LinePosition}.", StringComparison.Ordinal);
        return (end > 0 ? problem.Message[..end] : problem.Message).ReplaceLineEndings(" ").TrimEnd('.');
    }

    private AcmElement? ReadAll()
    {
        while (_reader.Read())
        {
            if (!Take())
                return null;
        }
        if (_firstComment is { } comment)
            _report.Note(comment, "comments of the Xen policy are left out", "copy those that are worth keeping");
        return _root;
    }

    private bool Take()
    {
        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                return Open();
            case XmlNodeType.EndElement:
                _open.Pop();
                return true;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                _open.Peek().AddText(_reader.Value);
                return true;
            case XmlNodeType.Comment:
                _firstComment ??= At("<!--".Length);
                return true;
            default:
                return true;
        }
    }

    private bool Open()
    {
        if (++_elements > AcmLimits.Elements)
            return Fail($"the file has more than {AcmLimits.Elements} elements");
        if (_reader.Depth >= AcmLimits.Depth)
            return Fail($"elements are nested more than {AcmLimits.Depth} deep");
        if (_root is null)
            _namespace = _reader.NamespaceURI;
        var isEmpty = _reader.IsEmptyElement;
        var element = ReadElement();
        if (_open.TryPeek(out var parent))
            parent.Add(element);
        _root ??= element;
        if (!isEmpty)
            _open.Push(element);
        return true;
    }

    private AcmElement ReadElement()
    {
        var (name, at) = (QualifiedName(), At("<".Length));
        if (!_reader.HasAttributes)
            return new AcmElement(name, at, [], []);
        var names = new List<Word>();
        var values = new List<string>();
        while (_reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI is Schema or Xml or Declarations)
                continue;
            names.Add(new Word(_reader.Name, At(0)));
            values.Add(_reader.Value);
        }
        return new AcmElement(name, at, names, values);
    }

    private string QualifiedName() => _reader.NamespaceURI == _namespace ? _reader.LocalName : $"{_reader.NamespaceURI}:{_reader.LocalName}";

    private bool Fail(string message)
    {
        _report.Error(DiagnosticCode.TooLarge, At("<".Length), message);
        return false;
    }

    /// <summary>Where a node begins; the reader points behind what opens it.</summary>
    private Position At(int opening)
    {
        var place = (IXmlLineInfo)_reader;
        return new Position(_file, Math.Max(1, place.LineNumber), Math.Max(1, place.LinePosition - opening));
    }
}
