namespace Cofferdam.Monitor.Updates;

/// <summary>What to do about live things that an update breaks.</summary>
public enum UpdateMode : byte
{
    /// <summary>Refuse the update.</summary>
    Refuse,

    /// <summary>Cut them.</summary>
    Revoke,
}
