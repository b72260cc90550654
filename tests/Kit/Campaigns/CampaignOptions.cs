using System;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>What a campaign is given.</summary>
/// <param name="Seed">The same seed takes the same way, as far as the budget reaches.</param>
/// <param name="Budget">How long it may take; null for its full length.</param>
public sealed record CampaignOptions(ulong Seed, TimeSpan? Budget);
