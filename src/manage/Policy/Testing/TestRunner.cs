using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Explaining;
using Cofferdam.Policy.Statements;

namespace Cofferdam.Policy.Testing;

/// <summary>Runs the tests that stand in a policy file, against a real reference monitor.</summary>
public static class TestRunner
{
    /// <summary>Runs all tests.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="diagnostics">Takes what is wrong with tests, and which fail.</param>
    public static IReadOnlyList<TestRun> Run(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Model.Policy.Tests.Count == 0)
            return [];
        var stage = Stage.Set(policy);
        var reader = new StatementReader(policy, diagnostics);
        return [.. policy.Model.Policy.Tests.Select(test => Run(stage, reader, test, diagnostics))];
    }

    private static TestRun Run(Stage stage, StatementReader reader, TestModel test, DiagnosticBag diagnostics)
    {
        var statement = reader.Read(test.Statement);
        var given = test.Given.Select(reader.ReadGiven).ToList();
        if (statement is null || given.Contains(null))
            return new TestRun(test, null, null, "a statement that cannot be read");
        var answer = Scene.Play(stage, statement, given.OfType<Given>());
        var failure = FailureOf(stage, test, answer);
        if (failure.Length > 0)
            diagnostics.Add(
                DiagnosticCode.TestFailed,
                test.Statement.At,
                $"{(test.Expected ? "allow" : "deny")} '{test.Statement}': {failure}",
                HelpFor(test, answer));
        return new TestRun(test, statement, answer, failure);
    }

    private static string HelpFor(TestModel test, Answer answer)
    {
        if (answer.Problem.Length > 0)
            return "change the test";
        var command = new StringBuilder($"coffer explain \"{test.Statement}\"");
        foreach (var given in test.Given)
            command.Append(CultureInfo.InvariantCulture, $" --given \"{given}\"");
        return $"{DiagnosticCode.TestFailed.Help()}; {command} says why";
    }

    private static string FailureOf(Stage stage, TestModel test, Answer answer)
    {
        if (answer.Problem.Length > 0)
            return answer.Problem;
        var rule = RuleName.Of(answer.Decision, stage.Source.Names);
        if (answer.IsAllowed != test.Expected)
            return $"it is {(answer.IsAllowed ? "allowed" : "denied")} by the rule {rule}";
        if (test.Rule is { } expected && !RuleName.Matches(expected.Text, answer.Decision, stage.Source.Names))
            return $"it is {(answer.IsAllowed ? "allowed" : "denied")} by the rule {rule}, not {expected}";
        return "";
    }
}
