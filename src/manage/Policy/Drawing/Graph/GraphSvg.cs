using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Draws the map.</summary>
internal sealed class GraphSvg
{
    private const double HeadSize = 8;
    private const double DotSize = 3.5;

    private readonly SvgCanvas _canvas;
    private readonly GraphLayout _layout;

    private GraphSvg(SvgCanvas canvas, GraphLayout layout)
    {
        _canvas = canvas;
        _layout = layout;
    }

    public static void Draw(SvgCanvas canvas, GraphLayout layout) => new GraphSvg(canvas, layout).Draw();

    /// <summary>The side that may open a channel: a dot.</summary>
    public static void Dot(SvgCanvas canvas, Point at) => canvas.Circle(at.X, at.Y, DotSize, new Paint(Palette.Paper, Palette.Channel, 2));

    private void Draw()
    {
        foreach (var line in _layout.Lines.Where(line => line.Link is null))
            DrawWallLine(line);
        foreach (var bus in _layout.Graph.Buses)
            DrawBus(bus);
        foreach (var line in _layout.Lines.Where(line => line.Link is not null))
            DrawLink(line, line.Link!);
        foreach (var item in _layout.Graph.Items)
            DrawItem(item);
        foreach (var (box, text) in _layout.RailTexts)
            _canvas.Text(box.X, box.CenterY, text, NodeText.RailStyle);
        foreach (var line in _layout.Lines.Where(line => line.Link is not null))
            DrawText(line);
    }

    private void DrawLink(DrawnLine line, GraphLink link)
    {
        _canvas.Open(link.Tip);
        _canvas.Path(line.Route.Path(), Paint.Line(Palette.ChannelLine, 1.8));
        var reversed = link.Flows == Flows.In;
        var fromIsLeft = _layout.Model.DrawnLinks[line.Line.Link].From == line.Line.Left.Index;
        DrawEnd(line.Route.Start, 1, isOpener: fromIsLeft, hasHead: link.Flows == Flows.Both || fromIsLeft == reversed);
        DrawEnd(line.Route.End, line.Line.IsLevel ? 1 : -1, isOpener: !fromIsLeft, hasHead: link.Flows == Flows.Both || fromIsLeft != reversed);
        _canvas.Close();
    }

    /// <summary>An end of a line; the line leaves the box in this direction.</summary>
    private void DrawEnd(Point at, int direction, bool isOpener, bool hasHead)
    {
        var tip = at with { X = at.X + direction * (isOpener ? 2 * DotSize + 2 : 0) };
        if (hasHead)
            Signs.Head(_canvas, tip, -direction, HeadSize, Palette.ChannelLine);
        if (isOpener)
            Dot(_canvas, at with { X = at.X + direction * (DotSize + 1) });
    }

    private void DrawText(DrawnLine line)
    {
        _canvas.Rect(line.TextBox, new Paint(Palette.Paper), 3);
        _canvas.Text(line.TextBox.CenterX, line.TextBox.CenterY, line.Text, NodeText.LineStyle);
    }

    private void DrawWallLine(DrawnLine line)
    {
        _canvas.Path(line.Route.Path(), Paint.Line(Palette.Wall, 1.6, "6 4"));
        DrawBar(line.Line.Left.Kind == ItemKind.Wall ? line.Route.End : line.Route.Start, line.Line.Left.Kind == ItemKind.Wall ? -1 : 1);
    }

    /// <summary>Where a wall meets a box: a bar before it.</summary>
    private void DrawBar(Point at, int direction)
    {
        var x = at.X + direction * 3;
        _canvas.Line(new Point(x, at.Y - 5.5), new Point(x, at.Y + 5.5), Paint.Line(Palette.Wall, 3));
    }

    private void DrawBus(GraphBus bus)
    {
        var heights = bus.Items.Select(item => _layout.Ends[new LineEnd(item, false, bus)]).ToList();
        var x = _layout.TrackX(bus);
        var paint = bus.Rail < 0 ? Paint.Line(Palette.Wall, 1.6, "6 4") : Paint.Line(Palette.ShareLine, 4);
        var path = new PathData().MoveTo(x, heights.Min()).LineTo(x, heights.Max());
        for (var i = 0; i < heights.Count; i++)
            path.MoveTo(x, heights[i]).LineTo(bus.Items[i].X, heights[i]);
        _canvas.Open(Tip(bus));
        _canvas.Path(path, paint);
        if (bus.Rail < 0)
            bus.Items.Zip(heights).Skip(1).ToList().ForEach(end => DrawBar(new Point(end.First.X, end.Second), -1));
        else
            DrawRail(_layout.Model.Rails[bus.Rail], bus);
        _canvas.Close();
    }

    private string Tip(GraphBus bus)
    {
        if (bus.Rail < 0)
            return $"{_layout.Model.Walls[bus.Items[0].Index].Set.Name}: {_layout.Model.Walls[bus.Items[0].Index].Set.Text}";
        var rail = _layout.Model.Rails[bus.Rail];
        return $"share {rail.Type}: {string.Join(", ", rail.Members.Select(member => _layout.Model.Nodes[member.Node].Group.First.Name))}";
    }

    private void DrawRail(GraphRail rail, GraphBus bus)
    {
        for (var i = 0; i < bus.Items.Count; i++)
        {
            var (item, flows) = (bus.Items[i], rail.Members[i].Flows);
            var height = _layout.Ends[new LineEnd(item, false, bus)];
            if (flows == Flows.In)
                Signs.Head(_canvas, new Point(item.X, height), 1, 13, Palette.ShareLine);
            if (flows == Flows.Out)
                Signs.Head(_canvas, new Point(item.X - 13, height), -1, 13, Palette.ShareLine);
        }
    }

    private void DrawItem(GraphItem item)
    {
        if (item.Kind == ItemKind.Node)
            NodeBox.Draw(_canvas, item.Box, _layout.Model.Nodes[item.Index]);
        else if (item.Kind == ItemKind.Wall)
            DrawWall(item.Box, _layout.Model.Walls[item.Index].Set);
    }

    private void DrawWall(Box box, WallSet set)
    {
        _canvas.Open($"{set.Name}: {set.Text}");
        _canvas.Rect(box, new Paint(Palette.WallTint, Palette.Wall, 1.4, "6 4"), 4);
        Signs.Wall(_canvas, new Box(box.X + 12, box.CenterY - 10, 30, 20));
        var room = box.Width - NodeText.Indent - 8;
        var x = box.X + NodeText.Indent - 4;
        _canvas.Text(x, box.CenterY - 6, TextWidth.FitName(set.Name, room, NodeText.Name), NodeText.Name.In(Palette.Wall));
        _canvas.Text(x, box.CenterY + 9, TextWidth.Fit(NodeText.Rule(set), room, TextStyle.Small), TextStyle.Small.In(Palette.Wall));
        _canvas.Close();
    }
}
