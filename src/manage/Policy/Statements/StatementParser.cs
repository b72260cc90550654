using System;
using System.Globalization;

namespace Cofferdam.Policy.Statements;

/// <summary>Reads statements: a word after the other, by the grammar in docs/reference/statements.md.</summary>
public sealed class StatementParser
{
    private readonly string[] _words;
    private int _next;

    private StatementParser(string text) => _words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The grammar, in EBNF (ISO/IEC 14977).</summary>
    public const string Grammar =
        """
        statement = start | resume | attach | connect | flow ;
        start     = "start" , label , [ "on" , host ] ;
        resume    = "resume" , label , [ "on" , host ] ;
        attach    = "attach" , resource , "to" , label , [ "for" , ( "read" | "write" ) ] ;
        connect   = "connect" , label , "to" , label , ( "vsock" , port | "memory" , [ "one-way" ] ) ;
        flow      = "flow" , label , "to" , label ;
        given     = label , ( "runs" | "is" , "paused" | "is" , "saved" | "was" , "here" )
                  | resource , "is" , "attached" , "to" , label ;
        """;

    /// <summary>Reads a statement.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="problem">What is wrong, when the result is null.</param>
    public static Statement? Parse(string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new StatementParser(text);
        return Whole(parser, parser.Statement(), out problem);
    }

    /// <summary>Reads what is given.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="problem">What is wrong, when the result is null.</param>
    public static Given? ParseGiven(string text, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new StatementParser(text);
        return Whole(parser, parser.GivenThing(), out problem);
    }

    private string Problem { get; set; } = "";

    private static T? Whole<T>(StatementParser parser, T? parsed, out string problem)
        where T : class
    {
        if (parsed is not null && parser._next < parser._words.Length)
            parsed = parser.Expected<T>("nothing more");
        problem = parser.Problem;
        return parsed;
    }

    private Statement? Statement() => Take() switch
    {
        "start" => Name("a label") is { } label && Host(out var host) ? new StartStatement(label, host) : null,
        "resume" => Name("a label") is { } label && Host(out var host) ? new ResumeStatement(label, host) : null,
        "attach" => Attach(),
        "connect" => Connect(),
        "flow" => Pair() is var (from, to) ? new FlowStatement(from, to) : null,
        _ => Expected<Statement>("start, resume, attach, connect or flow", back: true),
    };

    private AttachStatement? Attach()
    {
        if (Pair("a resource", "a label") is not var (resource, label))
            return null;
        if (!Skip("for"))
            return new AttachStatement(resource, label, ReadOnly: false);
        return Take() switch
        {
            "read" => new AttachStatement(resource, label, ReadOnly: true),
            "write" => new AttachStatement(resource, label, ReadOnly: false),
            _ => Expected<AttachStatement>("read or write", back: true),
        };
    }

    private Statement? Connect()
    {
        if (Pair() is not var (from, to))
            return null;
        return Take() switch
        {
            "vsock" => Port() is { } port ? new ConnectStatement(from, to, port) : null,
            "memory" => new WindowStatement(from, to, Skip("one-way")),
            _ => Expected<Statement>("vsock and a port, or memory", back: true),
        };
    }

    private Given? GivenThing()
    {
        if (Name("a label or resource") is not { } name)
            return null;
        switch (Take(), Peek())
        {
            case ("runs", _):
                return new MachineGiven(name, MachineState.Runs);
            case ("was", "here"):
                _next++;
                return new MachineGiven(name, MachineState.WasHere);
            case ("is", "paused"):
                _next++;
                return new MachineGiven(name, MachineState.Paused);
            case ("is", "saved"):
                _next++;
                return new MachineGiven(name, MachineState.Saved);
            case ("is", "attached"):
                _next++;
                return Keyword("to") && Name("a label") is { } label ? new AttachedGiven(name, label) : null;
            default:
                return Expected<Given>("runs, is paused, is saved, was here, or is attached to LABEL", back: true);
        }
    }

    private bool Host(out string? host)
    {
        host = null;
        return !Skip("on") || (host = Name("a host")) is not null;
    }

    private (string, string)? Pair(string first = "a label", string second = "a label")
    {
        var one = Name(first);
        return one is not null && Keyword("to") && Name(second) is { } other ? (one, other) : null;
    }

    private uint? Port()
    {
        if (uint.TryParse(Take(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
            return port;
        Expected<string>("a port, a number above 0", back: true);
        return null;
    }

    private string? Name(string what) => Take() ?? Expected<string>(what);

    private bool Keyword(string word)
    {
        if (Skip(word))
            return true;
        Expected<string>($"'{word}'");
        return false;
    }

    private bool Skip(string word)
    {
        if (Peek() != word)
            return false;
        _next++;
        return true;
    }

    private string? Peek() => _next < _words.Length ? _words[_next] : null;

    private string? Take() => _next < _words.Length ? _words[_next++] : null;

    private T? Expected<T>(string what, bool back = false)
        where T : class
    {
        var at = Math.Max(0, back && _next > 0 ? _next - 1 : _next);
        var found = at < _words.Length && !(back && _next == 0) ? $"'{Model.Yaml.Printable.Of(_words[at])}'" : "the end";
        Problem = $"{what} expected, not {found}";
        return null;
    }
}
