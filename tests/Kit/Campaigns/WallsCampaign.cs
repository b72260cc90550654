using System.Collections.Generic;
using System.IO;
using System.Linq;
using Cofferdam.Tests.Kit.Campaigns.Walls;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>All structures of the Chinese Wall up to a size, each to its fixpoint (ISO-3, POL-5). Takes no seed: it leaves nothing out.</summary>
public sealed class WallsCampaign : ICampaign
{
    /// <inheritdoc/>
    public string Name => "walls";

    /// <inheritdoc/>
    public string Purpose => "every conflict structure up to a size, every state that operations reach under it: the monitor answers as the oracle does";

    /// <summary>Walks over structures, one after the other.</summary>
    /// <returns>The number of differences.</returns>
    public static int Walk(IEnumerable<WallStructure> structures, WallScale scale, CampaignClock clock, TextWriter output)
    {
        var (count, states, asked, transitions, differences) = (0, 0L, 0L, 0L, 0);
        foreach (var structure in structures)
        {
            if (clock.IsOver)
                break;
            var walk = new WallWalk(structure, scale);
            walk.Run(clock);
            (count, states, asked, transitions) = (count + 1, states + walk.States, asked + walk.Asked, transitions + walk.Transitions);
            if (walk.Difference is { } difference)
            {
                differences++;
                output.WriteLine($"{structure}: {difference}");
            }
        }
        var end = clock.IsOver ? ", cut short" : "";
        output.WriteLine($"{scale}: {count} structures, {states} states, {transitions} transitions, {asked} answers compared ({clock.Seconds:F1} s){end}");
        return differences;
    }

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        var clock = new CampaignClock(options.Budget);
        return Sizes().Sum(size => Walk(size.Structures, size.Scale, clock, output));
    }

    /// <summary>What there is to walk over, from the smallest to the largest: some half an hour on one quiet core.</summary>
    private static IEnumerable<(IEnumerable<WallStructure> Structures, WallScale Scale)> Sizes() =>
    [
        (WallStructure.All(3, 1, inherit: true, pairs: true), new WallScale(2, 0, Relabel: false, Permits: false)),
        (WallStructure.All(2, 2, inherit: true, pairs: true), new WallScale(2, 0, Relabel: true, Permits: false)),
        (WallStructure.All(2, 2, inherit: true, pairs: true), new WallScale(2, 1, Relabel: false, Permits: true)),
        (WallStructure.All(3, 2, inherit: true, pairs: false), new WallScale(2, 0, Relabel: false, Permits: false)),
        (WallStructure.All(4, 2, inherit: false, pairs: false), new WallScale(2, 0, Relabel: false, Permits: false)),
        (WallStructure.All(3, 2, inherit: false, pairs: false), new WallScale(3, 0, Relabel: false, Permits: false)),
        (WallStructure.All(3, 2, inherit: true, pairs: true), new WallScale(2, 0, Relabel: false, Permits: false)),
        (WallStructure.All(3, 2, inherit: true, pairs: false), new WallScale(2, 1, Relabel: false, Permits: false)),
    ];
}
