using System;
using System.Diagnostics;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>Says when a campaign's budget is used up.</summary>
/// <param name="budget">The budget; null for none.</param>
public sealed class CampaignClock(TimeSpan? budget)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>True when there is no time left.</summary>
    public bool IsOver => budget is { } most && _watch.Elapsed >= most;

    /// <summary>Seconds so far.</summary>
    public double Seconds => _watch.Elapsed.TotalSeconds;
}
