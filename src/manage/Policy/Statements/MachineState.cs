namespace Cofferdam.Policy.Statements;

/// <summary>What can be said of a machine.</summary>
public enum MachineState
{
    /// <summary>It runs.</summary>
    Runs,

    /// <summary>It is paused.</summary>
    Paused,

    /// <summary>Its memory is saved.</summary>
    Saved,

    /// <summary>It ran and stopped; what it left is not sanitized.</summary>
    WasHere,
}
