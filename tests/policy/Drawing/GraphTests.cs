using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Graph;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.Policy.Statements;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>The map.</summary>
[Trait("Requirement", "POL-2")]
public sealed class GraphTests
{
    public static TheoryData<string> Policies => new(Pictures.Names);

    public static TheoryData<string> SmallPolicies => new(Pictures.SmallNames);

    [Theory]
    [MemberData(nameof(Policies))]
    public void No_two_boxes_overlap(string name) => AssertApart([.. LayoutOf(name).Boxes]);

    [Fact]
    public void No_two_boxes_of_random_policies_overlap()
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var content = RandomPolicies.Make(Choices.From(seed), seed % 6 == 0 ? PolicyScale.Large : PolicyScale.Small);
            var policy = Pictures.Compiled(content);
            AssertApart([.. GraphLayout.Of(GraphModel.Of(DrawnPolicy.Of(policy))).Boxes]);
            Assert.All(Pictures.Svg.Values, draw => Assert.Empty(SvgPicture.Read(draw(policy)).Strange));
            Assert.All(Pictures.Text.Values, draw => Assert.NotEqual("", draw(policy, 80)));
        }
    }

    [Theory]
    [MemberData(nameof(SmallPolicies))]
    public void What_is_written_on_lines_meets_no_box_and_nothing_else_that_is_written(string name)
    {
        var layout = LayoutOf(name);
        var onLines = layout.Lines.Where(line => line.Link is not null).Select(line => line.TextBox);
        AssertApart([.. layout.Boxes, .. onLines, .. layout.RailTexts.Select(text => text.Box)]);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Everything_is_inside_the_map(string name)
    {
        var layout = LayoutOf(name);
        var map = new Box(0, 0, layout.Width, layout.Height);
        Assert.All(layout.Boxes, box => Assert.True(map.Inset(-0.01).Contains(box), $"{box} of {map}"));
    }

    [Theory]
    [MemberData(nameof(SmallPolicies))]
    [InlineData("sixty")]
    public void Every_channel_shared_type_and_conflict_set_is_on_it(string name)
    {
        var policy = Pictures.Policy(name);
        var layout = LayoutOf(name);
        var links = layout.Lines.Select(line => line.Link).OfType<GraphLink>();
        var channels = links.SelectMany(link => link.Channels).SelectMany(group => group.Members).Select(channel => channel.Name);
        Assert.Equal(Sorted(policy.Content.Channels.Select(channel => channel.Name)), Sorted(channels));
        Assert.Equal(policy.Content.Conflicts.Select(conflict => conflict.Name), layout.Model.Walls.Select(wall => wall.Set.Name));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Sharing_is_drawn_exactly_where_and_whichever_way_information_may_flow_by_it(string name)
    {
        var policy = Pictures.Policy(name);
        var model = GraphModel.Of(DrawnPolicy.Of(policy));
        var drawn = model.Rails.SelectMany(rail => rail.Members.SelectMany(from => rail.Members
                .Where(to => to.Node != from.Node && from.Flows.HasFlag(Flows.Out) && to.Flows.HasFlag(Flows.In)).Select(to => (from.Node, to.Node))))
            .ToHashSet();
        var allowed =
            from one in Enumerable.Range(0, model.Nodes.Count)
            from other in Enumerable.Range(0, model.Nodes.Count)
            where one != other && FlowQuestion.Decide(policy.Compiled, IndexOf(policy, model.Nodes[one]), IndexOf(policy, model.Nodes[other])).Rule == Rule.SharingGranted
            select (one, other);
        Assert.Equal(allowed.Order(), drawn.Order());
    }

    private static int IndexOf(CheckedPolicy policy, GraphNode node) => policy.Compiled.FindLabel(StableKey.Of(KeyKind.Label, node.Group.First.Name));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Policies))]
    public void Each_wall_is_joined_to_all_that_it_keeps_apart(string name)
    {
        var layout = LayoutOf(name);
        foreach (var (wall, index) in layout.Model.Walls.Select((wall, index) => (wall, index)))
        {
            bool IsIt(GraphItem item) => item.Kind == ItemKind.Wall && item.Index == index;
            var across = layout.Graph.Lines.Where(line => line.Link < 0 && IsIt(line.Left)).Select(line => line.Right);
            var beside = layout.Graph.Buses.Where(bus => IsIt(bus.Items[0])).SelectMany(bus => bus.Items.Skip(1));
            Assert.Equal(wall.Members, across.Concat(beside).Select(item => item.Index).Order());
        }
    }

    [Fact]
    public void Two_banks_has_its_wall_between_the_banks_and_the_insurer_alone()
    {
        var layout = LayoutOf("two-banks");
        var first = layout.Graph.Layers[0].Select(item => item.Kind == ItemKind.Wall ? "wall" : layout.Model.Nodes[item.Index].Group.First.Name);
        Assert.Equal(["a-bank", "wall", "b-bank", "sensors"], first);
        Assert.Equal(["insurer"], layout.Model.Alone.Select(group => group.First.Name));
    }

    [Fact]
    public void Arrows_point_where_information_moves_and_the_ring_is_at_who_opens()
    {
        var model = GraphModel.Of(DrawnPolicy.Of(Pictures.Policy("levels")));
        var ledger = model.DrawnLinks.Single(link => link.Channels[0].First.Name == "ledger");
        Assert.Equal("archive", model.Nodes[ledger.From].Group.First.Name);
        Assert.Equal("finance", model.Nodes[ledger.Source].Group.First.Name);
        Assert.Equal("archive", model.Nodes[ledger.Target].Group.First.Name);
        Assert.Contains(model.DrawnLinks, link => link.Text == "vsock 25, memory");
    }

    [Fact]
    public void Channels_between_the_same_labels_are_one_line()
    {
        var model = GraphModel.Of(DrawnPolicy.Of(Pictures.Policy("among")));
        Assert.Contains(model.DrawnLinks, link => link.Text == "vsock 1, 2, 3 +1");
    }

    [Fact]
    public void Many_labels_are_bounded_and_it_says_so()
    {
        var (most, svg) = (GraphModel.MostNodes, GraphDrawing.Svg(Pictures.Policy("mixed")));
        Assert.Contains($"This map shows the {most} busiest boxes; {200 - most} more labels are in the matrix only.", svg, StringComparison.Ordinal);
    }

    private static GraphLayout LayoutOf(string name) => GraphLayout.Of(GraphModel.Of(DrawnPolicy.Of(Pictures.Policy(name))));

    private static void AssertApart(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.False(boxes[i].Overlaps(boxes[j]), $"{boxes[i]} and {boxes[j]}");
        }
    }
}
