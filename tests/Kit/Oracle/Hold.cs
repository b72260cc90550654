namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>That a permit holds a domain or a resource.</summary>
/// <param name="IsDomain">True for a domain, false for a resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsExclusive">Exclusive or shared.</param>
public readonly record struct Hold(bool IsDomain, ulong Id, bool IsExclusive)
{
    /// <summary>A domain, exclusively.</summary>
    public static Hold Domain(ulong id) => new(true, id, true);

    /// <summary>A domain, shared.</summary>
    public static Hold SharedDomain(ulong id) => new(true, id, false);

    /// <summary>A resource, exclusively.</summary>
    public static Hold Resource(ulong id) => new(false, id, true);

    /// <summary>A resource, shared.</summary>
    public static Hold SharedResource(ulong id) => new(false, id, false);
}
