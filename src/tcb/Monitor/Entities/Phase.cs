namespace Cofferdam.Monitor.Entities;

/// <summary>Where a domain is in its life.</summary>
public enum Phase : byte
{
    /// <summary>Known, not live.</summary>
    Defined,

    /// <summary>A permit to start it is outstanding; counts as live.</summary>
    Starting,

    /// <summary>Live.</summary>
    Running,

    /// <summary>Live, its processors halted.</summary>
    Paused,

    /// <summary>Its memory is saved; not live.</summary>
    Saved,
}
