using System;

namespace Cofferdam.PolicyImage;

/// <summary>Kinds of access that a channel can open.</summary>
public enum AccessKind : byte
{
    /// <summary>None that a channel could open: only sharing can.</summary>
    None = 0,

    /// <summary>A vsock stream to one port.</summary>
    Vsock = 1,

    /// <summary>A memory window.</summary>
    Memory = 2,

    /// <summary>Reading a volume.</summary>
    Volume = 3,
}

/// <summary>Directions of information between an asking side and the other side.</summary>
[Flags]
public enum Flows : byte
{
    /// <summary>Neither way.</summary>
    None = 0,

    /// <summary>From the asking side to the other.</summary>
    Out = 1,

    /// <summary>From the other side to the asking one.</summary>
    In = 2,

    /// <summary>Both ways.</summary>
    Both = 3,
}

/// <summary>Within what a conflict set keeps its members apart.</summary>
public enum WallScope : byte
{
    /// <summary>On one host.</summary>
    Host = 0,

    /// <summary>In one rack.</summary>
    Rack = 1,

    /// <summary>In one zone.</summary>
    Zone = 2,
}

/// <summary>When a type counts as present.</summary>
public enum WallMode : byte
{
    /// <summary>While a machine with it is live.</summary>
    Running = 0,

    /// <summary>Until everything that it left is sanitized.</summary>
    History = 1,
}

/// <summary>What a key may sign.</summary>
public enum KeyRole : byte
{
    /// <summary>The next policy.</summary>
    Officer = 0,

    /// <summary>Attestation tickets of hosts.</summary>
    Verifier = 1,

    /// <summary>Placement leases.</summary>
    Placer = 2,

    /// <summary>Specs of machines and volumes of one label.</summary>
    Spec = 3,
}

/// <summary>Things that the source map can place.</summary>
public enum SourceKind : byte
{
    /// <summary>The policy as a whole.</summary>
    Policy = 0,

    /// <summary>A type.</summary>
    Type = 1,

    /// <summary>A label.</summary>
    Label = 2,

    /// <summary>A channel.</summary>
    Channel = 3,

    /// <summary>A conflict set.</summary>
    Conflict = 4,

    /// <summary>A host.</summary>
    Host = 5,
}
