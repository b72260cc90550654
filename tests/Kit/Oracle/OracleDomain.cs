using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>A domain as committed: its phase is never starting, which an outstanding permit makes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Name of its label, null for none.</param>
/// <param name="SpecKey">The key that signed its spec.</param>
/// <param name="Images">Its images.</param>
public sealed record OracleDomain(ulong Id, string? Label, Digest SpecKey, ImmutableArray<Digest> Images)
{
    /// <summary>Committed phase.</summary>
    public Phase Phase { get; init; } = Phase.Defined;

    /// <summary>Label that it was saved under; means something only while it is saved.</summary>
    public string? SavedLabel { get; init; }

    /// <summary>The how-manieth start of this host it was.</summary>
    public int StartOrder { get; init; }
}
