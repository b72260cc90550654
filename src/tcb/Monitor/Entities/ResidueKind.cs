namespace Cofferdam.Monitor.Entities;

/// <summary>Where data may be left.</summary>
public enum ResidueKind : byte
{
    /// <summary>Memory of a domain.</summary>
    Memory,

    /// <summary>The saved image of a domain.</summary>
    Saved,

    /// <summary>A snapshot.</summary>
    Snapshot,

    /// <summary>A volume.</summary>
    Volume,

    /// <summary>State of a virtual TPM.</summary>
    Vtpm,
}
