using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>A resource.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Label">Name of its label, null for none.</param>
/// <param name="Shareable">For a volume: whether several may have it when one writes.</param>
/// <param name="BoundTo">For a TPM: the domain it is bound to.</param>
public sealed record OracleResource(ulong Id, ResourceKind Kind, string? Label, bool Shareable, ulong BoundTo)
{
    /// <summary>True when it can hold data after it is detached, so that its label counts in history while it is attached.</summary>
    public bool IsStore => Kind is ResourceKind.Volume or ResourceKind.Vtpm;
}
