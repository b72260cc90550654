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

    /// <summary>Lives from a seed on.</summary>
    /// <param name="first">Seed of the first life; the n-th after it has the n-th number after it.</param>
    /// <param name="most">How many lives at most.</param>
    /// <param name="clock">Says when to end.</param>
    /// <param name="tally">Counts what was asked.</param>
    /// <param name="output">Where to say what differs.</param>
    /// <returns>The number of lives in which something differs, which ends the search.</returns>
    public static int Live(ulong first, int most, CampaignClock clock, Tally tally, TextWriter output)
    {
        var lives = 0;
        for (; lives < most && !clock.IsOver; lives++)
        {
            var seed = unchecked(first + (ulong)lives);
            var life = new RandomLife(Choices.From(seed), lives % 4 == 3 ? PolicyScale.Large : PolicyScale.Small);
            life.Run(Steps);
            tally.Add(life.Host.Tally);
            if (life.Explained is { } difference)
            {
                output.WriteLine($"life with seed {seed}: {difference}");
                return 1;
            }
        }
        output.WriteLine($"{lives} lives, {tally.Total} operations: no difference ({clock.Seconds:F1} s)");
        return 0;
    }

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        var tally = new Tally();
        var most = options.Budget is null ? FullLength : int.MaxValue;
        var failures = Live(options.Seed, most, new CampaignClock(options.Budget), tally, output);
        foreach (var line in tally.Lines())
            output.WriteLine(line);
        return failures;
    }
}
