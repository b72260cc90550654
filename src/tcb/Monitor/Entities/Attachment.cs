using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>A resource attached to a domain.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Flows">Where information moves, seen from the domain: In to read, Both to read and write, Out to send.</param>
/// <param name="Permit">The outstanding permit that attaches it, or none once it is attached.</param>
public readonly record struct Attachment(ResourceId Resource, Flows Flows, PermitId Permit);
