using System;

namespace Cofferdam.Monitor.Entities;

/// <summary>Names a domain (a virtual machine) on this host.</summary>
public readonly record struct DomainId(ulong Value) : IComparable<DomainId>
{
    /// <summary>Orders by value.</summary>
    public int CompareTo(DomainId other) => Value.CompareTo(other.Value);
}

/// <summary>Names a resource on this host.</summary>
public readonly record struct ResourceId(ulong Value) : IComparable<ResourceId>
{
    /// <summary>Orders by value.</summary>
    public int CompareTo(ResourceId other) => Value.CompareTo(other.Value);
}

/// <summary>Names an open channel on this host.</summary>
public readonly record struct ChannelId(ulong Value) : IComparable<ChannelId>
{
    /// <summary>Orders by value.</summary>
    public int CompareTo(ChannelId other) => Value.CompareTo(other.Value);
}

/// <summary>Names a snapshot on this host.</summary>
public readonly record struct SnapshotId(ulong Value) : IComparable<SnapshotId>
{
    /// <summary>Orders by value.</summary>
    public int CompareTo(SnapshotId other) => Value.CompareTo(other.Value);
}

/// <summary>Names a permit of one monitor. 0 names none.</summary>
public readonly record struct PermitId(ulong Value) : IComparable<PermitId>
{
    /// <summary>True for the id that names none.</summary>
    public bool IsNone => Value == 0;

    /// <summary>Orders by value, which is the order of preparation.</summary>
    public int CompareTo(PermitId other) => Value.CompareTo(other.Value);
}
