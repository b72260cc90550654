namespace Cofferdam.Policy.Import;

/// <summary>What a name of the Xen policy named.</summary>
public enum ImportedKind
{
    /// <summary>The policy.</summary>
    Policy,

    /// <summary>A type that labels share by.</summary>
    Type,

    /// <summary>A type of the Chinese Wall.</summary>
    WallType,

    /// <summary>A conflict set.</summary>
    ConflictSet,

    /// <summary>A label of machines.</summary>
    MachineLabel,

    /// <summary>A label of resources.</summary>
    ResourceLabel,
}
