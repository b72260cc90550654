using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Decisions;

/// <summary>May a resource be attached, and stay attached, to a domain (docs/SEMANTICS.md section 3, attach-decision). Allocates nothing.</summary>
internal static class Attaching
{
    public static Decision Decide(State state, Domain domain, Resource resource, Flows flows)
    {
        var reach = resource.Kind == ResourceKind.Vtpm
            ? DecideVtpm(domain, resource)
            : Reach.Decide(state.Policy!, domain.Label, resource.Label, ChannelKind(resource, flows), 0, flows);
        if (!reach.IsAllowed || !resource.KeepsData)
            return reach;
        var kept = Admission.MayKeep(state, resource.Label);
        return kept.IsAllowed ? reach : kept;
    }

    /// <summary>A TPM carries the label of the one domain it belongs to; nothing else is asked of it.</summary>
    private static Decision DecideVtpm(Domain domain, Resource resource)
    {
        if (resource.BoundTo != domain.Id)
            return Decision.Of(Rule.Bound, domain.Label, resource.Label);
        if (resource.Label != domain.Label)
            return Decision.Of(Rule.Relabelled, domain.Label, resource.Label);
        return Decision.Of(Rule.SharingGranted, domain.Label, resource.Label);
    }

    /// <summary>A channel can open a volume to a reader; nothing else is opened by channels.</summary>
    private static AccessKind ChannelKind(Resource resource, Flows flows) =>
        resource.Kind == ResourceKind.Volume && flows == Flows.In ? AccessKind.Volume : AccessKind.None;
}
