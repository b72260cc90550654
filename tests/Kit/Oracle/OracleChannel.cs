using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>An open connection or window.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">vsock or memory.</param>
/// <param name="Initiator">Who opened it.</param>
/// <param name="Target">To whom.</param>
/// <param name="Port">The vsock port, 0 for a window.</param>
/// <param name="Flows">How information moves: out is from the initiator.</param>
public sealed record OracleChannel(ulong Id, AccessKind Kind, ulong Initiator, ulong Target, uint Port, Flows Flows)
{
    /// <summary>True when a domain is one of its ends.</summary>
    public bool Touches(ulong domain) => Initiator == domain || Target == domain;
}
