using Cofferdam.Monitor;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>A state of a walk, twice, and how it was come to.</summary>
/// <param name="Oracle">The oracle's state.</param>
/// <param name="Monitor">The monitor's state.</param>
/// <param name="Before">The state before, or null.</param>
/// <param name="By">The operation that led here, or null.</param>
internal sealed record WallNode(OracleState Oracle, State Monitor, WallNode? Before, Operation? By);
