namespace Cofferdam.Tests.Kit.Policies;

/// <summary>How large random policies may become.</summary>
/// <param name="Types">Types at most.</param>
/// <param name="Labels">Labels at most.</param>
/// <param name="Channels">Channels at most.</param>
/// <param name="Conflicts">Conflict sets at most.</param>
/// <param name="Members">Members of one set at most.</param>
public sealed record PolicyScale(int Types, int Labels, int Channels, int Conflicts, int Members)
{
    /// <summary>A few of everything: most cases meet each other.</summary>
    public static PolicyScale Small { get; } = new(5, 6, 6, 3, 3);

    /// <summary>Up to 60 labels.</summary>
    public static PolicyScale Large { get; } = new(40, 60, 120, 12, 8);
}
