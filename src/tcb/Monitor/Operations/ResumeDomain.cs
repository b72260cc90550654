using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Resumes a paused or saved domain; decides anew. Coming from a saved image it counts as present from prepare on.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Now">The time, in seconds.</param>
public sealed record ResumeDomain(DomainId Domain, ulong Now) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.ResumeDomain;

    private protected override bool Fits(Domain domain) => domain.Phase is Phase.Paused or Phase.Saved;

    private protected override Decision Check(State state, Domain domain) => Admission.Decide(state, domain, Now);

    internal override State LeaveTraces(State state) => LeaveTraces(state, Domain);

    internal override State Reserve(State state, PermitId permit)
    {
        var held = state.HoldAlone(Domain);
        return held.Domains[Domain].Phase == Phase.Saved ? held.Move(Domain, Phase.Starting) : held;
    }

    internal override State Commit(State state, Pending pending)
    {
        var free = state.Free(Domain);
        return free.Domains[Domain].Phase == Phase.Starting ? Run(free, Domain) : free.Move(Domain, Phase.Running);
    }

    internal override State Rollback(State state, Pending pending)
    {
        var free = state.Free(Domain);
        return free.Domains[Domain].Phase == Phase.Starting ? free.Move(Domain, Phase.Saved) : free;
    }
}
