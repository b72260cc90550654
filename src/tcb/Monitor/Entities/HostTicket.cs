using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>A verifier's word that a host was appraised. Its signature has been verified before it comes here.</summary>
/// <param name="Host">The host.</param>
/// <param name="Boot">The boot of the host that was appraised.</param>
/// <param name="Policy">Digest of the policy that it enforces.</param>
/// <param name="Expires">From when on it no longer counts, in seconds.</param>
/// <param name="Signer">Id of the key that signed it.</param>
public sealed record HostTicket(StableKey Host, ulong Boot, Digest Policy, ulong Expires, Digest Signer);
