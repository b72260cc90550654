using System.Collections.Immutable;

namespace Cofferdam.Monitor.Entities;

/// <summary>A resource as the monitor knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Label">Its label.</param>
public sealed record Resource(ResourceId Id, ResourceKind Kind, Label Label)
{
    /// <summary>True for a volume that several domains may write.</summary>
    public bool Shareable { get; init; }

    /// <summary>For a TPM, the domain it belongs to for life.</summary>
    public DomainId BoundTo { get; init; }

    /// <summary>The domains that it is attached to, in order of attaching.</summary>
    public ImmutableArray<DomainId> Users { get; init; } = [];

    /// <summary>How outstanding permits hold it.</summary>
    public Hold Hold { get; init; }

    /// <summary>True for kinds that keep data: their attachment makes the label's types present in conflict sets with a history.</summary>
    public bool KeepsData => Kind is ResourceKind.Volume or ResourceKind.Vtpm;

    /// <summary>The kind of residue it leaves.</summary>
    internal ResidueId Residue => new(Kind == ResourceKind.Vtpm ? ResidueKind.Vtpm : ResidueKind.Volume, Id.Value);
}
