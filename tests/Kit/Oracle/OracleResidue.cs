using System.Collections.Generic;
using System.Collections.Immutable;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Where data may still be found.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Id">Id of the domain, snapshot or resource.</param>
/// <param name="Label">The label it was last written under, null for none.</param>
/// <param name="Types">Types whose data it may hold.</param>
public sealed record OracleResidue(ResidueKind Kind, ulong Id, string? Label, ImmutableSortedSet<string> Types)
{
    /// <summary>The same place after data of further types, under a label, was written to it.</summary>
    public OracleResidue With(string? label, IEnumerable<string> types) => this with { Label = label, Types = Types.Union(types) };
}
