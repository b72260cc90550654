using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>What a lease is for: a set, a position and a place.</summary>
public static class LeaseSeat
{
    /// <summary>True for a lease of the same set, position and place.</summary>
    public static bool IsFor(this PlacementLease lease, PlacementLease other) =>
        lease.Set == other.Set && lease.Position == other.Position && lease.Place == other.Place;

    /// <summary>True for the lease that an operation gives back.</summary>
    public static bool IsFor(this PlacementLease lease, ReturnLease o) =>
        lease.Set == o.Set && lease.Position == o.Position && lease.Place == o.Place;
}
