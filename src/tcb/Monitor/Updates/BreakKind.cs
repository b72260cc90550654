namespace Cofferdam.Monitor.Updates;

/// <summary>What an update can break.</summary>
public enum BreakKind : byte
{
    /// <summary>A live domain.</summary>
    Domain,

    /// <summary>A resource attached to a live domain.</summary>
    Attachment,

    /// <summary>An open channel.</summary>
    Channel,

    /// <summary>An operation whose permit is outstanding and that reserved none of the above.</summary>
    Permit,
}
