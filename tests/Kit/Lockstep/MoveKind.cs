namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>What can be done with an operation.</summary>
public enum MoveKind
{
    /// <summary>Prepare it.</summary>
    Prepare,

    /// <summary>Commit its permit.</summary>
    Commit,

    /// <summary>Roll its permit back.</summary>
    Rollback,
}
