using System.Collections.Immutable;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Creates a domain from a spec whose signature has been verified.</summary>
/// <param name="Domain">A fresh id.</param>
/// <param name="Label">Key of its label; zero for none.</param>
/// <param name="SpecKey">Id of the key that signed the spec.</param>
/// <param name="Images">Digests of the images, kernels and firmware that it will read.</param>
public sealed record CreateDomain(DomainId Domain, StableKey Label, Digest SpecKey, ImmutableArray<Digest> Images) : Operation
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.CreateDomain;

    private protected override Decision Check(State state)
    {
        if (state.Domains.Count >= MonitorLimits.Domains || Images.IsDefault || Images.Length > MonitorLimits.Images)
            return Refuse(Rule.Limit);
        if (state.Domains.ContainsKey(Domain) || HasLeftSomething(state))
            return Refuse(Rule.Exists);
        var labelled = Labelling.Decide(state, Label, SpecKey);
        return labelled.IsAllowed ? CheckImages(state) : labelled;
    }

    private bool HasLeftSomething(State state) =>
        state.Residues.ContainsKey(new ResidueId(ResidueKind.Memory, Domain.Value))
        || state.Residues.ContainsKey(new ResidueId(ResidueKind.Saved, Domain.Value));

    private Decision CheckImages(State state)
    {
        foreach (var image in Images)
        {
            if (!Admission.IsListed(state.Policy!, image))
                return Refuse(Rule.Image, Labelling.Find(state, Label));
        }
        return Allow;
    }

    internal override State Reserve(State state, PermitId permit) =>
        state.With(new Domain(Domain, Labelling.Find(state, Label), SpecKey, Images) { Hold = default(Hold).Alone() });

    internal override State Commit(State state, Pending pending) => state.Free(Domain);

    internal override State Rollback(State state, Pending pending) => state with { Domains = state.Domains.Remove(Domain) };
}
