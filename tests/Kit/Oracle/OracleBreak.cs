namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Something alive that an update would cut.</summary>
/// <param name="Kind">domain, attachment, channel or permit.</param>
/// <param name="Id">Id of the domain or channel; of the domain of an attachment or of an outstanding dump.</param>
/// <param name="Resource">Id of the resource of an attachment or dump, else 0.</param>
/// <param name="Rule">Why.</param>
/// <param name="Permit">Number of the outstanding permit that reserved it, or null.</param>
public sealed record OracleBreak(OracleBreakKind Kind, ulong Id, ulong Resource, string Rule, int? Permit);
