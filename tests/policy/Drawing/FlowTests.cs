using System;
using System.Linq;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing;
using Cofferdam.Policy.Drawing.Flow;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;
using Xunit;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>The closure of flows.</summary>
[Trait("Requirement", "POL-2")]
public sealed class FlowTests
{
    public static TheoryData<string> Policies => new(Pictures.Names);

    [Theory]
    [MemberData(nameof(Policies))]
    public void Cells_agree_with_the_shortest_ways(string name)
    {
        var (policy, table) = TableOf(name);
        var graph = FlowGraph.Of(policy.Policy.Compiled);
        for (var row = 0; row < table.Count; row++)
        {
            // Of many labels a few rows stand for all.
            for (var column = row % 7; column < table.Count; column += table.Count > 40 ? 7 : 1)
            {
                if (row != column)
                    Assert.Equal(KindOf(graph.Path(table.Groups[row].First.Label, table.Groups[column].First.Label)), table[row, column]);
            }
        }
    }

    [Fact]
    public void Two_banks_reach_each_other_only_through_the_desk()
    {
        var text = FlowsDrawing.Text(Pictures.Policy("two-banks"));
        Assert.Contains("  A    a-bank         │  =   ·   ◆▦  ·  ◆  ●   ·\n", text, StringComparison.Ordinal);
        Assert.Contains("  ◆ a-bank ─settle-a→ clearing-desk ─settle-b→ b-bank\n", text, StringComparison.Ordinal);
        Assert.Contains("  S    sensors        │  ·   ●   ·   ·  ·  ·   =\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ways_that_nothing_guards_come_first_and_of_them_those_round_walls()
    {
        var (policy, table) = TableOf("levels");
        var ways = FlowWays.Of(policy, table);
        var kinds = ways.Select(way => table[way.Row, way.Column]).ToList();
        Assert.Equal(kinds.Order(), kinds);
        Assert.Equal("declassifier", table.Groups[ways[0].Row].First.Name);
        Assert.Equal("office-internal", table.Groups[ways[0].Column].First.Name);
    }

    [Fact]
    public void Lists_of_ways_are_bounded_and_say_so()
    {
        var policy = Pictures.Policy("mixed");
        Assert.Matches("\n  and [0-9]+ more\n", FlowsDrawing.Text(policy));
        Assert.Matches(">and [0-9]+ more<", FlowsDrawing.Svg(policy));
    }

    private static (DrawnPolicy Policy, FlowTable Table) TableOf(string name)
    {
        var policy = DrawnPolicy.Of(Pictures.Policy(name));
        return (policy, FlowTable.Of(policy, Grouping.Of(policy, AccessTable.Of(policy))));
    }

    private static FlowKind KindOf(FlowPath? path) => path switch
    {
        null => FlowKind.None,
        { Edges.Count: 1 } => FlowKind.Direct,
        { PassesGuard: false } => FlowKind.Through,
        _ => FlowKind.Guarded,
    };
}
