namespace Cofferdam.PolicyImage;

/// <summary>Name spaces of <see cref="StableKey"/>: the same name in two of them has two keys.</summary>
public enum KeyKind : byte
{
    /// <summary>A workload type.</summary>
    Type,

    /// <summary>A label.</summary>
    Label,

    /// <summary>A conflict set.</summary>
    ConflictSet,

    /// <summary>A host.</summary>
    Host,

    /// <summary>A rack.</summary>
    Rack,

    /// <summary>A zone.</summary>
    Zone,
}
