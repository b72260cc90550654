using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Where data may still be found.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Id">Id of the domain, snapshot or resource.</param>
/// <param name="Label">The label under which it last came to hold types that it did not hold before, null for none.</param>
/// <param name="Types">Types whose data it may hold.</param>
public sealed record OracleResidue(ResidueKind Kind, ulong Id, string? Label, ImmutableSortedSet<string> Types)
{
    /// <summary>The same place after data of a label and types was written to it.</summary>
    public OracleResidue With(string? label, IReadOnlyList<string> types) =>
        types.All(Types.Contains) ? this : this with { Label = label, Types = Types.Union(types) };
}
