using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>A conflict set of a structure.</summary>
/// <param name="Members">One bit per type.</param>
/// <param name="Mode">Its mode.</param>
public readonly record struct WallSet(int Members, WallMode Mode)
{
    /// <summary>The same set in the other mode.</summary>
    public WallSet Switched => this with { Mode = Mode == WallMode.Running ? WallMode.History : WallMode.Running };
}
