using Cofferdam.Monitor;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>The limits of the monitor; SEMANTICS names them only as <c>limit</c>.</summary>
/// <param name="Domains">Domains of a host.</param>
/// <param name="Resources">Resources of a host.</param>
/// <param name="Attachments">Attachments of one domain.</param>
/// <param name="Channels">Open channels of a host.</param>
/// <param name="Tickets">Tickets.</param>
/// <param name="Leases">Leases.</param>
/// <param name="Images">Images of one domain.</param>
public sealed record OracleLimits(int Domains, int Resources, int Attachments, int Channels, int Tickets, int Leases, int Images)
{
    /// <summary>The limits of the monitor.</summary>
    public static OracleLimits Monitors { get; } = new(
        MonitorLimits.Domains,
        MonitorLimits.Resources,
        MonitorLimits.Attachments,
        MonitorLimits.Channels,
        MonitorLimits.Tickets,
        MonitorLimits.Leases,
        MonitorLimits.Images);
}
