using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>The reference monitor once more, written from docs/SEMANTICS.md alone, in the most naive way. What it costs does not matter.</summary>
/// <param name="initial">The state to begin with.</param>
public sealed class ReferenceOracle(OracleState initial)
{
    private int _permits;

    /// <summary>The state now.</summary>
    public OracleState State { get; private set; } = initial;

    /// <summary>A host without a policy.</summary>
    public static ReferenceOracle Empty(PolicyShelf shelf, StableKey host, Digest anchor) =>
        new(new OracleState { Shelf = shelf, Host = host, Anchor = anchor });

    /// <summary>Decides, and reserves nothing.</summary>
    public Answer Decide(Operation operation) => Checks.Ask(State, operation);

    /// <summary>Decides, and reserves when allowed.</summary>
    public OracleOutcome Prepare(Operation operation)
    {
        var answer = Decide(operation);
        var breaks = BreaksOf(operation, answer);
        if (!answer.IsAllowed)
            return new OracleOutcome(answer, null, breaks);
        var permit = new OraclePermit(++_permits, operation, LabelGiven(operation), breaks);
        State = State with { Permits = State.Permits.Add(permit.Number, permit) };
        return new OracleOutcome(answer, permit.Number, breaks);
    }

    /// <summary>Makes a permit come true.</summary>
    public void Commit(int permit)
    {
        var operation = State.Permits[permit];
        State = Effects.Of(State with { Permits = State.Permits.Remove(permit) }, operation);
    }

    /// <summary>Forgets a permit.</summary>
    public void Rollback(int permit)
    {
        _ = State.Permits[permit];
        State = State with { Permits = State.Permits.Remove(permit) };
    }

    private ImmutableArray<OracleBreak> BreaksOf(Operation operation, Answer answer) =>
        operation is LoadPolicy load && (answer.IsAllowed || answer.Rule == "would-break") ? UpdateChecks.Breaks(State, load) : [];

    private string? LabelGiven(Operation operation) => operation switch
    {
        CreateDomain o => State.Rules.LabelWith(o.Label),
        RelabelDomain o => State.Rules.LabelWith(o.Label),
        CreateResource { ResourceKind: ResourceKind.Vtpm } o => State.Domains[o.BoundTo.Value].Label,
        CreateResource o => State.Rules.LabelWith(o.Label),
        RelabelResource o => State.Rules.LabelWith(o.Label),
        _ => null,
    };
}
