using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Statements;

namespace Cofferdam.Policy.Testing;

/// <summary>Checks that the tests of a policy can be read: statements, facts, and the rules that they name.</summary>
internal sealed class TestReader
{
    private readonly PolicyScope _scope;
    private readonly StatementReader _statements;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);

    public TestReader(PolicyScope scope, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _statements = new StatementReader(scope, diagnostics);
        _diagnostics = diagnostics;
        var policy = scope.Policy;
        var ids = Enum.GetValues<Rule>().Select(rule => rule == Rule.SharingGranted ? Rule.Sharing.Id() : rule.Id());
        _rules.UnionWith(ids);
        _rules.UnionWith(policy.Conflicts.SelectMany(conflict => Named(conflict.Name, Rule.Conflicts, Rule.History, Rule.Lease)));
        _rules.UnionWith(policy.Channels.SelectMany(channel => Named(channel.Name, Rule.Channels, Rule.Direction, Rule.Initiator)));
    }

    public void Check()
    {
        if (_scope.Policy.Workloads.Count == 0 && _diagnostics.HasErrors)
            return;
        foreach (var test in _scope.Policy.Tests)
        {
            Check(test.Statement, word => _statements.Read(word));
            foreach (var given in test.Given)
                Check(given, word => _statements.ReadGiven(word));
            if (test.Rule is { } rule)
                Check(rule, CheckRule);
        }
    }

    private static IEnumerable<string> Named(Word name, params Rule[] rules) => rules.Select(rule => $"{rule.Id()}.{name}");

    /// <summary>Only what has the shape of a text is looked at.</summary>
    private void Check(Word word, Action<Word> check)
    {
        if (word.Text.Length > 0 && !_diagnostics.IsFull && !_diagnostics.HasErrorAt(word.At))
            check(word);
    }

    private void CheckRule(Word rule)
    {
        if (_rules.Contains(rule.Text))
            return;
        var near = EditDistance.Nearest(_rules, rule.Text);
        var help = near is null
            ? "write the id of a rule, or one such as conflicts.NAME or channels.NAME; coffer explain shows which rule decides"
            : $"did you mean '{near}'?";
        _diagnostics.Add(DiagnosticCode.BadValue, rule.At, $"there is no rule '{Printable.Of(rule.Text)}'", help);
    }
}
