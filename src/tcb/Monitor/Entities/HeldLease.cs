using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>A lease that this host holds.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Returning">The outstanding permit that gives it back; from then on it does not count.</param>
public readonly record struct HeldLease(PlacementLease Lease, PermitId Returning)
{
    /// <summary>True for the same position of the same set at the same place.</summary>
    internal bool IsFor(StableKey set, StableKey position, StableKey place) => Lease.Set == set && Lease.Position == position && Lease.Place == place;

    /// <summary>True when it lets the position be present now.</summary>
    internal bool Counts(StableKey set, StableKey position, StableKey place, ulong now) =>
        IsFor(set, position, place) && now < Lease.Expires && Returning.IsNone;
}
