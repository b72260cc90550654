using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Model.Shapes;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Statements;

/// <summary>Reads statements and resolves their names in a policy.</summary>
public sealed class StatementReader
{
    private readonly CheckedPolicy _policy;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Reads statements about a policy; reports to <paramref name="diagnostics"/>.</summary>
    public StatementReader(CheckedPolicy policy, DiagnosticBag diagnostics)
    {
        _policy = policy;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a statement, or gives null.</summary>
    public Statement? Read(Word text)
    {
        var statement = StatementParser.Parse(text.Text, out var problem);
        return statement is null ? Fail<Statement>(text, problem) : Names(statement).All(name => Exists(name, text.At)) ? statement : null;
    }

    /// <summary>Reads what is given, or gives null.</summary>
    public Given? ReadGiven(Word text)
    {
        var given = StatementParser.ParseGiven(text.Text, out var problem);
        return given is null ? Fail<Given>(text, problem) : Names(given).All(name => Exists(name, text.At)) ? given : null;
    }

    private T? Fail<T>(Word text, string problem)
        where T : class
    {
        _diagnostics.Add(DiagnosticCode.Statement, text.At, $"'{Model.Yaml.Printable.Of(text.Text)}' is no statement: {problem}", DiagnosticCode.Statement.Help());
        return null;
    }

    private static IEnumerable<(Kind, string)> Names(Statement statement) => statement switch
    {
        StartStatement start => [(Kind.Label, start.Label), (Kind.Host, start.Host ?? "")],
        ResumeStatement resume => [(Kind.Label, resume.Label), (Kind.Host, resume.Host ?? "")],
        AttachStatement attach => [(Kind.Fixture, attach.Resource), (Kind.Label, attach.Label)],
        ConnectStatement connect => [(Kind.Label, connect.From), (Kind.Label, connect.To)],
        WindowStatement window => [(Kind.Label, window.From), (Kind.Label, window.To)],
        FlowStatement flow => [(Kind.Label, flow.From), (Kind.Label, flow.To)],
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    private static IEnumerable<(Kind, string)> Names(Given given) => given switch
    {
        MachineGiven machine => [(Kind.Label, machine.Label)],
        AttachedGiven attached => [(Kind.Fixture, attached.Resource), (Kind.Label, attached.Label)],
        _ => throw new ArgumentOutOfRangeException(nameof(given)),
    };

    private bool Exists((Kind Kind, string Name) reference, Position at)
    {
        var known = Known(reference.Kind);
        if (reference.Name.Length == 0 || known.Contains(reference.Name, StringComparer.Ordinal))
            return true;
        var near = known.FirstOrDefault(name => EditDistance.IsNear(name, reference.Name));
        var code = reference.Kind switch
        {
            Kind.Label => DiagnosticCode.UndefinedLabel,
            Kind.Fixture => DiagnosticCode.UndefinedFixture,
            _ => DiagnosticCode.UndefinedHost,
        };
        var what = reference.Kind == Kind.Fixture ? "fixture" : reference.Kind == Kind.Host ? "host" : "label";
        _diagnostics.Add(code, at, $"there is no {what} '{Model.Yaml.Printable.Of(reference.Name)}'", near is null ? code.Help() : $"did you mean '{near}'?");
        return false;
    }

    private IEnumerable<string> Known(Kind kind) => kind switch
    {
        Kind.Label => _policy.Scope.Labels.Select(label => label.Name.Text),
        Kind.Fixture => _policy.Model.Policy.Fixtures.Select(fixture => fixture.Name.Text),
        _ => _policy.Model.Policy.Hosts.Select(host => host.Name.Text),
    };

    private enum Kind
    {
        Label,
        Fixture,
        Host,
    }
}
