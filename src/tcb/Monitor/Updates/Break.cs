using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;

namespace Cofferdam.Monitor.Updates;

/// <summary>
/// Something alive that an update would break, and why. To revoke it: stop the domain, detach the resource, close the channel, or roll
/// the permit back.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Domain">The domain; for a channel its initiator.</param>
/// <param name="Resource">For an attachment, the resource.</param>
/// <param name="Channel">For a channel, its id.</param>
/// <param name="Permit">The outstanding permit that reserved it, or none.</param>
/// <param name="Decision">The decision under the new policy.</param>
public sealed record Break(BreakKind Kind, DomainId Domain, ResourceId Resource, ChannelId Channel, PermitId Permit, Decision Decision);
