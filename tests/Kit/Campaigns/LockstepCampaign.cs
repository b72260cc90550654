using System.IO;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>Random lives of a host, oracle and monitor side by side (POL-5).</summary>
public sealed class LockstepCampaign : ICampaign
{
    private const int FullLength = 2000;
    private const int Steps = 300;

    /// <inheritdoc/>
    public string Name => "lockstep";

    /// <inheritdoc/>
    public string Purpose => "random policies and sequences of operations: the monitor answers and changes as the oracle does";

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        var clock = new CampaignClock(options.Budget);
        var (lives, asked, allowed) = (0, 0L, 0L);
        var length = options.Budget is null ? FullLength : int.MaxValue;
        for (; lives < length && !clock.IsOver; lives++)
        {
            var seed = unchecked(options.Seed + (ulong)lives);
            var life = new RandomLife(Choices.From(seed), lives % 4 == 3 ? PolicyScale.Large : PolicyScale.Small);
            if (life.Run(Steps) is { } difference)
                return Fail(output, seed, difference);
            (asked, allowed) = (asked + life.Host.Asked, allowed + life.Host.Allowed);
        }
        output.WriteLine($"{lives} lives, {asked} operations asked, {allowed} allowed: no difference ({clock.Seconds:F1} s)");
        return 0;
    }

    private static int Fail(TextWriter output, ulong seed, Difference difference)
    {
        output.WriteLine($"life with seed {seed}:");
        output.WriteLine(difference);
        return 1;
    }
}
