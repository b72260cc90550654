using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>
/// What starting a domain and taking one in have in common. From prepare on it counts as present; an update asks
/// <see cref="Admission.Stands"/> of it again.
/// </summary>
public abstract record Enter : LifeCycle
{
    private protected Enter(DomainId domain, ulong now)
        : base(domain) => Now = now;

    /// <summary>The time, in seconds, that tickets and leases are held against.</summary>
    public ulong Now { get; init; }

    private protected sealed override bool Fits(Domain domain) => domain.Phase == Phase.Defined;

    private protected sealed override Decision Check(State state, Domain domain) => Admission.Decide(state, domain, Now);

    internal sealed override State LeaveTraces(State state) => LeaveTraces(state, Domain);

    internal sealed override State Reserve(State state, PermitId permit) => base.Reserve(state, permit).Move(Domain, Phase.Starting);

    internal sealed override State Commit(State state, Pending pending) => Run(state.Free(Domain), Domain);

    internal sealed override State Rollback(State state, Pending pending) => base.Rollback(state, pending).Move(Domain, Phase.Defined);
}
