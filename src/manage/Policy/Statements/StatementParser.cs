using System;
using System.Collections.Generic;
using System.Globalization;

namespace Cofferdam.Policy.Statements;

/// <summary>Reads statements: a word after the other, by the grammar in docs/reference/statements.md.</summary>
public sealed class StatementParser
{
    private readonly List<(string Text, int Offset)> _words;
    private readonly List<Mention> _mentions = [];
    private readonly int _end;
    private int _next;
    private StatementProblem? _problem;
    private string _form = "start LABEL, resume LABEL, attach FIXTURE to LABEL, connect LABEL to LABEL, or flow LABEL to LABEL";

    private StatementParser(string text)
    {
        _words = Split(text);
        _end = text.Length;
    }

    /// <summary>The grammar, in EBNF (ISO/IEC 14977).</summary>
    public const string Grammar =
        """
        statement = start | resume | attach | connect | flow ;
        start     = "start" , label , [ "on" , host ] ;
        resume    = "resume" , label , [ "on" , host ] ;
        attach    = "attach" , fixture , "to" , label , [ "for" , ( "read" | "write" ) ] ;
        connect   = "connect" , label , "to" , label , ( "vsock" , port | "memory" , [ "one-way" ] ) ;
        flow      = "flow" , label , "to" , label ;

        given     = label , ( "runs" | "is" , "paused" | "is" , "saved" | "was" , "here" )
                  | fixture , "is" , "attached" , "to" , label ;

        label     = word ;  (* the name of a workload or label of the policy *)
        fixture   = word ;  (* the name of a fixture of the policy *)
        host      = word ;  (* the name of a host of the policy, or default *)
        port      = word ;  (* a whole number from 1 to 4294967294 *)
        """;

    /// <summary>Reads a statement.</summary>
    public static Parsed<Statement> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new StatementParser(text);
        return parser.Whole(parser.ReadStatement());
    }

    /// <summary>Reads what is given.</summary>
    public static Parsed<Given> ParseGiven(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new StatementParser(text) { _form = "LABEL runs, LABEL is paused, LABEL is saved, LABEL was here, or FIXTURE is attached to LABEL" };
        return parser.Whole(parser.ReadGiven());
    }

    private Parsed<T> Whole<T>(T? value)
        where T : class
    {
        if (value is not null && _next < _words.Count)
            value = Expected<T>("");
        return new Parsed<T>(value, _mentions, _problem);
    }

    private Statement? ReadStatement() => Peek switch
    {
        "start" => Started("start LABEL [on HOST]") is var (label, host) ? new StartStatement(label, host) : null,
        "resume" => Started("resume LABEL [on HOST]") is var (label, host) ? new ResumeStatement(label, host) : null,
        "attach" => ReadAttach(),
        "connect" => ReadConnect(),
        "flow" => Pair("flow LABEL to LABEL", NamedThing.Label) is var (from, to) ? new FlowStatement(from, to) : null,
        _ => Expected<Statement>("start, resume, attach, connect or flow"),
    };

    private (string Label, string? Host)? Started(string form)
    {
        Begin(form);
        if (Name(NamedThing.Label) is not { } label)
            return null;
        if (!Skip("on"))
            return (label, null);
        return Name(NamedThing.Host) is { } host ? (label, host) : null;
    }

    private AttachStatement? ReadAttach()
    {
        if (Pair("attach FIXTURE to LABEL [for read|write]", NamedThing.Fixture) is not var (fixture, label))
            return null;
        if (!Skip("for"))
            return new AttachStatement(fixture, label, ReadOnly: false);
        if (Skip("read"))
            return new AttachStatement(fixture, label, ReadOnly: true);
        return Skip("write") ? new AttachStatement(fixture, label, ReadOnly: false) : Expected<AttachStatement>("read or write");
    }

    private Statement? ReadConnect()
    {
        if (Pair("connect LABEL to LABEL vsock PORT, or connect LABEL to LABEL memory [one-way]", NamedThing.Label) is not var (from, to))
            return null;
        if (Skip("memory"))
            return new WindowStatement(from, to, Skip("one-way"));
        if (!Skip("vsock"))
            return Expected<Statement>("vsock and a port, or memory");
        return Port() is { } port ? new ConnectStatement(from, to, port) : Expected<Statement>("a port, a whole number from 1 to 4294967294");
    }

    private Given? ReadGiven()
    {
        if (Peek is not { } name)
            return Expected<Given>("a label or fixture");
        var offset = _words[_next++].Offset;
        if (Skip("is"))
            return ReadIs(name, offset);
        if (Skip("runs"))
            return Machine(name, offset, MachineState.Runs);
        if (Skip("was"))
            return Keyword("here") ? Machine(name, offset, MachineState.WasHere) : null;
        return Expected<Given>("runs, is paused, is saved, was here, or is attached to LABEL");
    }

    private Given? ReadIs(string name, int offset)
    {
        if (Skip("paused"))
            return Machine(name, offset, MachineState.Paused);
        if (Skip("saved"))
            return Machine(name, offset, MachineState.Saved);
        if (!Skip("attached"))
            return Expected<Given>("paused, saved, or attached to LABEL");
        _mentions.Add(new Mention(NamedThing.Fixture, name, offset));
        return Keyword("to") && Name(NamedThing.Label) is { } label ? new AttachedGiven(name, label) : null;
    }

    private MachineGiven Machine(string name, int offset, MachineState state)
    {
        _mentions.Add(new Mention(NamedThing.Label, name, offset));
        return new MachineGiven(name, state);
    }

    /// <summary>Two names, after the word that stands here, with "to" between.</summary>
    private (string, string)? Pair(string form, NamedThing first)
    {
        Begin(form);
        return Name(first) is { } one && Keyword("to") && Name(NamedThing.Label) is { } other ? (one, other) : null;
    }

    private void Begin(string form)
    {
        _form = form;
        _next++;
    }

    private uint? Port()
    {
        if (!uint.TryParse(Peek, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or uint.MaxValue)
            return null;
        _next++;
        return port;
    }

    private string? Name(NamedThing thing)
    {
        if (Peek is not { } name)
            return Expected<string>(thing switch { NamedThing.Label => "a label", NamedThing.Fixture => "a fixture", _ => "a host" });
        _mentions.Add(new Mention(thing, name, _words[_next++].Offset));
        return name;
    }

    private bool Keyword(string word) => Skip(word) || Expected<string>($"'{word}'") is not null;

    private bool Skip(string word)
    {
        if (Peek != word)
            return false;
        _next++;
        return true;
    }

    private string? Peek => _next < _words.Count ? _words[_next].Text : null;

    private T? Expected<T>(string what)
        where T : class
    {
        _problem ??= new StatementProblem(_next < _words.Count ? _words[_next].Offset : _end, what, Peek, _form);
        return null;
    }

    private static List<(string, int)> Split(string text)
    {
        var words = new List<(string, int)>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && text[at] is not (' ' or '\t'))
                at++;
            if (at > start)
                words.Add((text[start..at], start));
        }
        return words;
    }
}
