namespace Cofferdam.Tests.Kit.Campaigns.Walls;

/// <summary>How large a walk over one structure is.</summary>
/// <param name="Domains">Number of domains.</param>
/// <param name="Volumes">Number of volumes; the n-th has the label of the n-th type.</param>
/// <param name="Relabel">Whether domains are relabelled.</param>
/// <param name="Permits">Whether, in every state, every operation is also left outstanding while all others are asked.</param>
public sealed record WallScale(int Domains, int Volumes, bool Relabel, bool Permits);
