using System.Collections.Immutable;
using Cofferdam.Monitor.Decisions;

namespace Cofferdam.Monitor.Updates;

/// <summary>What an update would do on this host, found by replaying everything that is present.</summary>
/// <param name="Decision">May it be applied in the mode that was asked for.</param>
/// <param name="Breaks">Exactly what would break: domains in order of start, then attachments, channels, permits.</param>
public sealed record UpdatePlan(Decision Decision, ImmutableArray<Break> Breaks);
