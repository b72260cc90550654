namespace Cofferdam.Monitor.Entities;

/// <summary>How outstanding permits hold a domain or resource: one alone, or several together.</summary>
/// <param name="Exclusive">One permit holds it alone.</param>
/// <param name="Shared">How many hold it together.</param>
public readonly record struct Hold(bool Exclusive, int Shared)
{
    /// <summary>Not held at all.</summary>
    public bool IsFree => !Exclusive && Shared == 0;

    /// <summary>Not held alone by one; another may join.</summary>
    public bool IsOpen => !Exclusive;

    internal Hold Alone() => this with { Exclusive = true };

    internal Hold NotAlone() => this with { Exclusive = false };

    internal Hold Join() => this with { Shared = Shared + 1 };

    internal Hold Leave() => this with { Shared = Shared - 1 };
}
