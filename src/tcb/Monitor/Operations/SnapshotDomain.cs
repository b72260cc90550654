using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Operations;

/// <summary>Takes a snapshot of a domain. It holds data of the domain's types until it is certified to be gone.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Snapshot">A fresh id.</param>
public sealed record SnapshotDomain(DomainId Domain, SnapshotId Snapshot) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.SnapshotDomain;

    private ResidueId Residue => new(ResidueKind.Snapshot, Snapshot.Value);

    private protected override bool Fits(Domain domain) => domain.IsUp;

    private protected override Decision Check(State state, Domain domain)
    {
        if (state.Residues.Count >= MonitorLimits.Residues)
            return Refuse(Rule.Limit, domain.Label);
        return state.Residues.ContainsKey(Residue) || state.Claimed.Contains(Residue) ? Refuse(Rule.Exists, domain.Label) : Allow;
    }

    internal override State Reserve(State state, PermitId permit) => base.Reserve(state, permit) with { Claimed = state.Claimed.Add(Residue) };

    internal override State Rollback(State state, Pending pending) => base.Rollback(state, pending) with { Claimed = state.Claimed.Remove(Residue) };

    internal override State Commit(State state, Pending pending) =>
        (state.Free(Domain) with { Claimed = state.Claimed.Remove(Residue) }).LeaveResidue(Residue, state.Domains[Domain].Label);
}
