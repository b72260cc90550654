using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>The ways through others. Those that nothing guards come first, and of them those that lead round walls.</summary>
internal static class FlowWays
{
    public static IReadOnlyList<FlowWay> Of(DrawnPolicy policy, FlowTable table)
    {
        var all = from row in Enumerable.Range(0, table.Count)
                  from column in Enumerable.Range(0, table.Count)
                  where table[row, column] is FlowKind.Through or FlowKind.Guarded
                  let apart = policy.Walls.Between(table.Groups[row].First.Index, table.Target(row, column).Index).Count > 0
                  orderby table[row, column], apart descending, row, column
                  select new FlowWay(row, column);
        return [.. all];
    }
}
