using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>
/// A placer's word that a position of a rack or zone set may be present through this host. Its signature has been verified before it
/// comes here.
/// </summary>
/// <param name="Set">The conflict set.</param>
/// <param name="Position">The type, as listed in the set.</param>
/// <param name="Place">The rack or zone.</param>
/// <param name="Host">The host.</param>
/// <param name="Expires">From when on it no longer counts, in seconds.</param>
/// <param name="Signer">Id of the key that signed it.</param>
public sealed record PlacementLease(StableKey Set, StableKey Position, StableKey Place, StableKey Host, ulong Expires, Digest Signer);
