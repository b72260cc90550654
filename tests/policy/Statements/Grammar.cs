using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Cofferdam.Tests.Policy.Statements;

/// <summary>
/// A grammar in EBNF (ISO/IEC 14977: definitions, alternatives, sequences, options, groups, terminals) that recognises sentences by
/// trying everything.
/// </summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Func<int, IEnumerable<int>>> _rules = new(StringComparer.Ordinal);
    private readonly Func<string, string, bool> _isNamed;
    private readonly List<string> _tokens;
    private IReadOnlyList<string> _sentence = [];
    private int _next;

    /// <summary>Reads a grammar.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isNamed">True when a rule that the grammar describes in a comment, "name = word", stands for a word.</param>
    public Grammar(string text, Func<string, string, bool> isNamed)
    {
        _isNamed = isNamed;
        _tokens = [.. Regex.Matches(Regex.Replace(text, @"\(\*.*?\*\)", ""), @"""[^""]*""|\w+|[=|,;()\[\]]").Select(match => match.Value)];
        while (_next < _tokens.Count)
            ReadRule();
        Terminals = [.. _tokens.Where(token => token[0] == '"').Select(token => token.Trim('"')).Distinct()];
    }

    /// <summary>All words that stand in it.</summary>
    public IReadOnlyList<string> Terminals { get; }

    /// <summary>True when the words are a sentence.</summary>
    public bool Recognises(string rule, IReadOnlyList<string> words)
    {
        _sentence = words;
        return _rules[rule](0).Contains(words.Count);
    }

    private void ReadRule()
    {
        var name = Take();
        Demand("=");
        _rules[name] = _tokens[_next] == "word" ? Named(name) : Alternatives();
        Demand(";");
    }

    private Func<int, IEnumerable<int>> Named(string name)
    {
        Demand("word");
        return at => at < _sentence.Count && _isNamed(name, _sentence[at]) ? [at + 1] : [];
    }

    private Func<int, IEnumerable<int>> Alternatives()
    {
        var options = new List<Func<int, IEnumerable<int>>> { Sequence() };
        while (_tokens[_next] == "|")
        {
            _next++;
            options.Add(Sequence());
        }
        return at => options.SelectMany(option => option(at));
    }

    private Func<int, IEnumerable<int>> Sequence()
    {
        var parts = new List<Func<int, IEnumerable<int>>> { Part() };
        while (_tokens[_next] == ",")
        {
            _next++;
            parts.Add(Part());
        }
        return at => parts.Aggregate((IEnumerable<int>)[at], (ends, part) => ends.SelectMany(part));
    }

    private Func<int, IEnumerable<int>> Part()
    {
        var token = Take();
        if (token[0] == '"')
            return at => at < _sentence.Count && _sentence[at] == token.Trim('"') ? [at + 1] : [];
        if (token is not ("(" or "["))
            return at => _rules[token](at);
        var inside = Alternatives();
        Demand(token == "(" ? ")" : "]");
        return token == "(" ? inside : at => inside(at).Prepend(at);
    }

    private string Take() => _tokens[_next++];

    private void Demand(string token)
    {
        if (Take() is var found && found != token)
            throw new FormatException($"'{token}' expected before token {_next} of the grammar, not '{found}'");
    }
}
