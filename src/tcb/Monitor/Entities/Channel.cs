using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>An open channel between two domains.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">vsock or memory.</param>
/// <param name="Initiator">The domain that opened it.</param>
/// <param name="Target">The other end.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="Flows">Where information moves, seen from the initiator.</param>
/// <param name="Permit">The outstanding permit that opens or closes it, or none.</param>
public sealed record Channel(ChannelId Id, AccessKind Kind, DomainId Initiator, DomainId Target, uint Port, Flows Flows, PermitId Permit)
{
    /// <summary>True when the domain is one of its ends.</summary>
    public bool Joins(DomainId domain) => Initiator == domain || Target == domain;
}
