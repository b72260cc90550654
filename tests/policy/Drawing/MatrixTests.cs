using System;
using System.Linq;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Matrix;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;
using Xunit;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>The matrix of who may share what with whom.</summary>
[Trait("Requirement", "POL-2")]
public sealed class MatrixTests
{
    public static TheoryData<string> Policies => new(Pictures.Names);

    [Fact]
    public void Two_banks_in_text()
    {
        const string expected = """
            two-banks, serial 1
            Who may share what with whom: the row asks, the column is asked.

                                  │  A        AT    B        I  C  CD     S
              ────────────────────┼─────────────────────────────────────────────
              A    a-bank         │  =        ·     ▦        ·  ·  ⇄4433  ·
              AT   a-bank.trading │  ·        =     ▦        ·  ·  ·      (←mem)
              B    b-bank         │  ▦        ▦     =        ·  ·  ⇄4433  ·
              I    insurer        │  ·        ·     ·        =  ·  ·      ·
              C    clearing       │  ·        ·     ·        ·  =  ⇄      ·
              CD   clearing-desk  │  (⇄4433)  ·     (⇄4433)  ·  ⇄  =      ·
              S    sensors        │  ·        →mem  ·        ·  ·  ·      =

              ⇄       share, both ways; → only out of the row, ← only into it (levels)
              ⇄4433   channel that the row may open: vsock to that port; mem shared memory; vol read a volume
              (⇄4433) only the column may open it; the row answers
              ▦       kept apart by a conflict set
              =       the label itself        ·  no rule allows anything

            Kept apart
              ▦ competitors: never on one host at the same time (client contracts): a-bank, a-bank.trading |
                  b-bank

            Channels (the label at the left may open it)
              [A] a-bank   ◀─ vsock 4433 ─▶  [CD] clearing-desk   settle-a (settlement)
              [B] b-bank   ◀─ vsock 4433 ─▶  [CD] clearing-desk   settle-b (settlement)
              [S] sensors  ── memory ─▶      [AT] a-bank.trading  feed (market data in, nothing out)

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), MatrixDrawing.Text(Pictures.Policy("two-banks")));
    }

    [Fact]
    public void Too_many_labels_for_a_grid_become_a_list()
    {
        var text = MatrixDrawing.Text(Pictures.Policy("levels"));
        Assert.DoesNotContain("┼", text, StringComparison.Ordinal);
        Assert.Contains("      →  office-internal, office-secret\n", text, StringComparison.Ordinal);
        Assert.Contains("      →mem ▦  web\n", text, StringComparison.Ordinal);
        Assert.Contains("what is not listed: no rule allows it", text, StringComparison.Ordinal);
        Assert.Contains("┼", MatrixDrawing.Text(Pictures.Policy("levels"), 160), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Cells_say_what_the_monitor_decides(string name)
    {
        var policy = DrawnPolicy.Of(Pictures.Policy(name));
        var table = AccessTable.Of(policy);
        var expected = AccessMatrix.Of(policy.Policy.Compiled)
            .Select(cell => (policy.PlaceOf[cell.Subject], policy.PlaceOf[cell.Other], cell.Kind, cell.Port, cell.Flows)).Order();
        var drawn = from row in policy.Faces
                    from column in policy.Faces
                    from mark in table[row.Index, column.Index]
                    where !mark.IsAnswer
                    select (row.Index, column.Index, mark.Text.Split(' ')[0], mark.Port, mark.Flows);
        Assert.Equal(expected, drawn.Order());
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Who_answers_sees_the_channel_turned_round(string name)
    {
        var policy = DrawnPolicy.Of(Pictures.Policy(name));
        var table = AccessTable.Of(policy);
        foreach (var (row, column) in table.Used.ToList())
        {
            var opened = table[row, column].Where(mark => !mark.IsAnswer && !mark.IsShare).ToList();
            var answers = table[column, row];
            foreach (var mark in opened)
                Assert.Contains(answers, other => (other.Kind, other.Port, other.Flows) == (mark.Kind, mark.Port, mark.Flows.Reversed()));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Labels_drawn_as_one_could_change_places(string name)
    {
        var policy = DrawnPolicy.Of(Pictures.Policy(name));
        var table = AccessTable.Of(policy);
        var groups = Grouping.Of(policy, table);
        Assert.Equal(policy.Faces.Count, groups.Sum(group => group.Members.Count));
        foreach (var group in groups.Where(group => group.More > 0))
        {
            var (first, last) = (group.Members[0].Index, group.Members[^1].Index);
            Assert.All(policy.Faces.Where(face => face.Index != first && face.Index != last), face =>
            {
                Assert.Equal(Cell(table, policy, first, face.Index), Cell(table, policy, last, face.Index));
                Assert.Equal(Cell(table, policy, face.Index, first), Cell(table, policy, face.Index, last));
            });
        }
    }

    [Fact]
    public void Two_hundred_labels_that_are_mostly_alike_become_few_rows()
    {
        var policy = DrawnPolicy.Of(Pictures.Policy("alike"));
        var groups = Grouping.Of(policy, AccessTable.Of(policy));
        Assert.Equal([197, 1, 1, 1], groups.Select(group => group.Members.Count));
        Assert.Contains("+196 like this", MatrixDrawing.Svg(policy.Policy), StringComparison.Ordinal);
        Assert.Contains("to-customer-1 +196", MatrixDrawing.Text(policy.Policy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(200)]
    public void Headers_and_cells_lie_side_by_side(int count)
    {
        var policy = DrawnPolicy.Of(Project.Checked(Pictures.Mixed(Math.Max(count, 20))));
        var groups = policy.Faces.Take(count).Select(face => new FaceGroup(face, [face])).ToList();
        var layout = new MatrixLayout(groups, 2);
        layout.Place(new Point(24, 84));
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(layout.Row(i).Right, layout.Cell(i, 0).X, 6);
            Assert.Equal(layout.Column(i).Bottom, layout.Cell(0, i).Y, 6);
            Assert.True(layout.Grid.Inset(-0.001).Contains(layout.Cell(i, count - 1)));
            Assert.True(i == 0 || !layout.Cell(i - 1, i - 1).Inset(0.001).Overlaps(layout.Cell(i, i)));
        }
    }

    [Fact]
    public void Walls_are_numbered_where_there_are_several()
    {
        var policy = DrawnPolicy.Of(Pictures.Policy("levels"));
        var (web, defence, finance) = (IndexOf(policy, "web"), IndexOf(policy, "defence"), IndexOf(policy, "finance"));
        Assert.Equal([2], policy.Walls.Between(web, defence));
        Assert.Equal([1], policy.Walls.Between(defence, finance));
        Assert.Empty(policy.Walls.Between(web, finance));
        Assert.Equal(["separate", "no-mixing"], policy.Walls.Sets.Select(set => set.Name));
    }

    [Fact]
    public void Who_inherits_a_place_stands_on_its_side_of_the_wall()
    {
        var set = Assert.Single(DrawnPolicy.Of(Pictures.Policy("two-banks")).Walls.Sets);
        Assert.Equal("a-bank, a-bank.trading | b-bank", set.SidesText);
        Assert.Equal("never on one host at the same time (client contracts): a-bank, a-bank.trading | b-bank", set.Text);
    }

    private static int IndexOf(DrawnPolicy policy, string name) => policy.Faces.Single(face => face.Name == name).Index;

    private static string Cell(AccessTable table, DrawnPolicy policy, int row, int column) =>
        string.Join(';', table[row, column].Select(mark => $"{mark.Text}{mark.Flows}{mark.IsAnswer}"))
        + string.Join(',', policy.Walls.Between(row, column));
}
