using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Statements;

/// <summary>Reads statements and resolves their names in a policy.</summary>
public sealed class StatementReader
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<NamedThing, HashSet<string>> _known;

    /// <summary>Reads statements about a policy; reports to <paramref name="diagnostics"/>.</summary>
    public StatementReader(CheckedPolicy policy, DiagnosticBag diagnostics)
        : this((policy ?? throw new ArgumentNullException(nameof(policy))).Scope, diagnostics)
    {
    }

    /// <summary>Reads statements about a policy that need not be right; reports to <paramref name="diagnostics"/>.</summary>
    public StatementReader(PolicyScope scope, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _diagnostics = diagnostics;
        _known = new Dictionary<NamedThing, HashSet<string>>
        {
            [NamedThing.Label] = Names(scope.Labels.Select(label => label.Name)),
            [NamedThing.Fixture] = Names(scope.Policy.Fixtures.Select(fixture => fixture.Name)),
            [NamedThing.Host] = Names(scope.Policy.Hosts.Select(host => host.Name)),
        };
    }

    /// <summary>Reads a statement, or gives null.</summary>
    public Statement? Read(Word text) => Resolve(text, StatementParser.Parse(text.Text), "statement");

    /// <summary>Reads what is given, or gives null.</summary>
    public Given? ReadGiven(Word text) => Resolve(text, StatementParser.ParseGiven(text.Text), "fact");

    private static HashSet<string> Names(IEnumerable<Word> words) => words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);

    private T? Resolve<T>(Word text, Parsed<T> parsed, string what)
        where T : class
    {
        if (parsed.Problem is { } problem)
        {
            _diagnostics.Add(
                DiagnosticCode.Statement,
                text.Within(problem.Offset),
                $"'{Printable.Of(text.Text)}' is no {what}: {problem}",
                $"write {problem.Form}");
            return null;
        }
        var missing = parsed.Mentions.Where(mention => !_known[mention.Thing].Contains(mention.Name)).ToList();
        foreach (var mention in missing)
            ReportMissing(mention, text);
        return missing.Count == 0 ? parsed.Value : null;
    }

    private void ReportMissing(Mention mention, Word text)
    {
        if (_diagnostics.IsFull)
            return;
        var (code, what) = mention.Thing switch
        {
            NamedThing.Label => (DiagnosticCode.UndefinedLabel, "label"),
            NamedThing.Fixture => (DiagnosticCode.UndefinedFixture, "fixture"),
            _ => (DiagnosticCode.UndefinedHost, "host"),
        };
        var near = EditDistance.Nearest(_known[mention.Thing], mention.Name);
        _diagnostics.Add(
            code,
            text.Within(mention.Offset),
            $"there is no {what} '{Printable.Of(mention.Name)}'",
            near is null ? code.Help() : $"did you mean '{near}'?");
    }
}
