namespace Cofferdam.Monitor;

/// <summary>Limits of one monitor. What goes above is refused with the rule limit.</summary>
public static class MonitorLimits
{
    /// <summary>Domains on one host.</summary>
    public const int Domains = 4096;

    /// <summary>Resources on one host.</summary>
    public const int Resources = 65_536;

    /// <summary>Open channels on one host.</summary>
    public const int Channels = 65_536;

    /// <summary>Resources attached to one domain.</summary>
    public const int Attachments = 64;

    /// <summary>Images that one domain reads.</summary>
    public const int Images = 16;

    /// <summary>Residues that are not certified to be sanitized, before nothing new may be created.</summary>
    public const int Residues = 262_144;

    /// <summary>Permits outstanding.</summary>
    public const int Permits = 65_536;

    /// <summary>Attestation tickets held.</summary>
    public const int Tickets = 8;

    /// <summary>Placement leases held.</summary>
    public const int Leases = 4096;
}
