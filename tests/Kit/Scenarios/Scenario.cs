using System;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>One example of docs/SEMANTICS.md, written by hand: a host is brought into a state, is asked something, and answers as the page says.</summary>
/// <param name="Kind">The operation that it is about; none for what is about the monitor as such.</param>
/// <param name="Rule">The rule that it ends with.</param>
/// <param name="Name">A sentence.</param>
/// <param name="Play">Plays it and throws a <see cref="ScenarioException"/> at the first thing that is not as it should be.</param>
public sealed record Scenario(OperationKind Kind, Rule Rule, string Name, Action<ScenarioHost> Play)
{
    /// <summary>Refused, by exactly this rule.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="when">Goes on after "when".</param>
    /// <param name="given">How things stand then.</param>
    /// <param name="about">The conflict set that the decision names.</param>
    public static Scenario Refused(Operation operation, Rule rule, string when, Action<ScenarioHost>? given = null, string? about = null) =>
        new(operation.Kind, rule, $"{operation.Kind} is refused by {rule.Id()} when {when}", host =>
        {
            given?.Invoke(host);
            host.Refuses(operation, rule, about);
        });

    /// <summary>Allowed because it moves nothing that a rule would have to allow.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="when">Goes on after "when".</param>
    /// <param name="given">How things stand then.</param>
    /// <param name="then">What is looked at afterwards.</param>
    public static Scenario Allowed(Operation operation, string when, Action<ScenarioHost>? given = null, Action<ScenarioHost>? then = null) =>
        Granted(operation, Rule.Unconditional, when, given, then);

    /// <summary>Allowed by a rule that grants.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="when">Goes on after "when".</param>
    /// <param name="given">How things stand then.</param>
    /// <param name="then">What is looked at afterwards.</param>
    public static Scenario Granted(Operation operation, Rule rule, string when, Action<ScenarioHost>? given = null, Action<ScenarioHost>? then = null) =>
        new(operation.Kind, rule, $"{operation.Kind} is allowed by {rule.Id()} when {when}", host =>
        {
            given?.Invoke(host);
            host.Grants(operation, rule);
            then?.Invoke(host);
        });

    /// <summary>A longer one.</summary>
    /// <param name="kind">The operation that it is about.</param>
    /// <param name="rule">The rule that it is about.</param>
    /// <param name="sentence">What it shows.</param>
    /// <param name="play">How it goes.</param>
    public static Scenario Story(OperationKind kind, Rule rule, string sentence, Action<ScenarioHost> play) => new(kind, rule, $"{kind}: {sentence}", play);

    /// <summary>Plays it on a fresh host under the town's policy.</summary>
    /// <param name="withOracle">True: the oracle is asked the same and must agree.</param>
    public void Run(bool withOracle)
    {
        var host = new ScenarioHost(withOracle);
        Play(host);
        host.Close();
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
