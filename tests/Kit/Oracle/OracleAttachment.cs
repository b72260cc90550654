using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>A resource attached to a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Flows">How information moves: out is from the domain.</param>
public sealed record OracleAttachment(ulong Domain, ulong Resource, Flows Flows);
