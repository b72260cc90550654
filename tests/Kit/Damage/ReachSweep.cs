using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>Asks the monitor's decision about two labels for all pairs, kinds and directions of a policy, and holds it against <see cref="NaiveRelations"/>.</summary>
public static class ReachSweep
{
    private const int Ports = 4;

    private static readonly Flows[] AllFlows = [Flows.None, Flows.Out, Flows.In, Flows.Both];

    /// <summary>Answers that differ, one sentence each.</summary>
    public static IReadOnlyList<string> Differences(CompiledPolicy policy, NaiveRelations relations)
    {
        var different = new List<string>();
        var ports = policy.Channels.ToArray().Select(channel => channel.Port).Append(1u).Prepend(0u).Distinct().Take(Ports).ToArray();
        for (var x = -1; x < policy.LabelCount; x++)
        {
            for (var y = -1; y < policy.LabelCount; y++)
                Compare(policy, relations, (x, y), ports, different);
        }
        return different;
    }

    private static void Compare(CompiledPolicy policy, NaiveRelations relations, (int X, int Y) pair, uint[] ports, List<string> different)
    {
        var (x, y) = pair;
        foreach (var kind in Enum.GetValues<AccessKind>())
        {
            foreach (var port in ports)
            {
                foreach (var flows in AllFlows)
                {
                    var decided = Reach.Decide(policy, Label.At(x), Label.At(y), kind, port, flows).IsAllowed;
                    var expected = x >= 0 && y >= 0 && relations.Reach(x, y, kind, port, flows.HasFlag(Flows.Out), flows.HasFlag(Flows.In));
                    if (decided != expected)
                        different.Add($"reach({x}, {y}, {kind}, {port}, {flows}) is {decided}");
                }
            }
        }
    }
}
