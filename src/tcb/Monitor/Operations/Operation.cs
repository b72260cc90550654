using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>
/// An operation by which information could move, with its operands. Each kind is one file of this folder and holds what it asks, what it
/// reserves when prepared, and what it does when committed (docs/SEMANTICS.md section 4). The list is closed.
/// </summary>
public abstract record Operation
{
    private protected Operation()
    {
    }

    /// <summary>Which operation this is.</summary>
    public abstract OperationKind Kind { get; }

    /// <summary>Decides on a snapshot; changes and allocates nothing.</summary>
    /// <param name="state">The snapshot.</param>
    public Decision Decide(State state)
    {
        System.ArgumentNullException.ThrowIfNull(state);
        if (state.IsUpdating)
            return Decision.Of(Rule.Updating);
        if (state.Policy is null && !WorksWithoutPolicy)
            return Decision.Of(Rule.NoPolicy);
        return state.Pending.Count >= MonitorLimits.Permits ? Decision.Of(Rule.Limit) : Check(state);
    }

    /// <summary>True for what can be asked before there is a policy.</summary>
    private protected virtual bool WorksWithoutPolicy => false;

    /// <summary>The label that it will give when it is committed, when it gives one to something that has another.</summary>
    internal virtual Label NewLabel(State state) => default;

    /// <summary>The checks of this operation, in the order of its row.</summary>
    private protected abstract Decision Check(State state);

    /// <summary>True when its outstanding permit holds this domain; if an update stops the domain, the permit must go too.</summary>
    internal virtual bool Involves(State state, DomainId domain) => false;

    /// <summary>True when its outstanding permit needs this attachment of a domain; if an update cuts it, the permit must go too.</summary>
    internal virtual bool Involves(State state, DomainId domain, ResourceId resource) => Involves(state, domain);

    /// <summary>What must still hold so that it can be committed; an update asks it again of an outstanding permit.</summary>
    internal virtual Decision Stands(State state) => Allow;

    /// <summary>Records the data that its commit leaves; an update counts it while the permit is outstanding.</summary>
    internal virtual State LeaveTraces(State state) => state;

    /// <summary>Takes hold of what it is about, and reserves what it acquires.</summary>
    internal virtual State Reserve(State state, PermitId permit) => state;

    /// <summary>Does it.</summary>
    internal abstract State Commit(State state, Pending pending);

    /// <summary>Undoes the reservation, exactly.</summary>
    internal virtual State Rollback(State state, Pending pending) => state;

    private protected static Decision Allow => Decision.Unconditional;

    private protected static Decision Refuse(Rule rule, Label subject = default, Label other = default) => Decision.Of(rule, subject, other);
}
