namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Kinds of things that an update can cut.</summary>
public enum OracleBreakKind
{
    /// <summary>A live domain.</summary>
    Domain,

    /// <summary>An attachment of a live domain.</summary>
    Attachment,

    /// <summary>A connection or window.</summary>
    Channel,

    /// <summary>An outstanding permit that reserved nothing but moves information.</summary>
    Permit,
}
