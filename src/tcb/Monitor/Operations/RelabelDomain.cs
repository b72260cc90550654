using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Operations;

/// <summary>Gives a domain that is not live another label. What is attached or saved under the former label refuses the next start, until put right.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Label">Key of the new label; zero for none.</param>
/// <param name="SpecKey">Id of the key that signed the new spec.</param>
public sealed record RelabelDomain(DomainId Domain, StableKey Label, Digest SpecKey) : LifeCycle(Domain)
{
    /// <inheritdoc/>
    public override OperationKind Kind => OperationKind.RelabelDomain;

    internal override Label NewLabel(State state) => Labelling.Find(state, Label);

    private protected override bool Fits(Domain domain) => domain.Phase is Phase.Defined or Phase.Saved;

    private protected override Decision Check(State state, Domain domain)
    {
        var labelled = Labelling.Decide(state, Label, SpecKey);
        if (!labelled.IsAllowed)
            return labelled;
        var label = NewLabel(state);
        var host = Admission.OnHost(state, label);
        return host.IsAllowed ? Wall.Decide(state, label) : host;
    }

    internal override State Commit(State state, Pending pending) =>
        state.Free(Domain).Change(Domain, domain => domain with { Label = pending.Label, SpecKey = SpecKey });
}
