using System;
using System.Linq;
using Cofferdam.Model.Yaml;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>Draws shortest ways through others, each on a line: badge, channel, badge.</summary>
internal sealed class FlowList
{
    private const int Most = 24;
    private const double NameRoom = 120;
    private const double GapRoom = 100;

    private readonly Page _page;
    private readonly DrawnPolicy _policy;
    private readonly FlowTable _table;

    private FlowList(Page page, DrawnPolicy policy, FlowTable table)
    {
        _page = page;
        _policy = policy;
        _table = table;
    }

    public static void Draw(Page page, DrawnPolicy policy, FlowTable table) => new FlowList(page, policy, table).Draw();

    private void Draw()
    {
        var ways = FlowWays.Of(_policy, _table);
        if (ways.Count == 0)
            return;
        _page.Heading("Shortest ways through others", "what stands on an arrow is the channel");
        foreach (var way in ways.Take(Most))
            DrawWay(way);
        if (ways.Count > Most)
            _page.Note($"and {ways.Count - Most} more");
    }

    private void DrawWay(FlowWay way)
    {
        var (path, kind, y) = (_table.Path(way.Row, way.Column), _table[way.Row, way.Column], _page.Y + 8);
        _page.Canvas.Open(string.Join(" to ", path.Edges.Select(edge => FaceOf(edge.From).Name).Append(FaceOf(path.Edges[^1].To).Name)));
        FlowSigns.Mark(_page.Canvas, new Point(Page.Margin + 8, y), 12, kind);
        var x = DrawFace(Page.Margin + 26, y, FaceOf(path.Edges[0].From));
        var shown = Shown(path, x);
        foreach (var edge in path.Edges.Take(shown))
            x = DrawEdge(x, y, edge, kind);
        if (shown < path.Edges.Count)
            _ = DrawEdge(DrawGap(x, y, path.Edges.Count - 1 - shown), y, path.Edges[^1], kind);
        _page.Canvas.Close();
        _page.Skip(26);
    }

    /// <summary>How many steps there is room for; where not for all, so many that the last one has room after a gap.</summary>
    private int Shown(FlowPath path, double x)
    {
        var room = _page.Width - Page.Margin - x;
        var widths = path.Edges.Select(EdgeWidth).ToList();
        if (widths.Sum() <= room)
            return widths.Count;
        var (shown, taken) = (0, GapRoom + widths[^1]);
        while (shown < widths.Count - 2 && taken + widths[shown] <= room)
            taken += widths[shown++];
        return shown;
    }

    private Face FaceOf(int label) => _policy.Faces[_policy.PlaceOf[label]];

    private double DrawFace(double x, double y, Face face)
    {
        Badge.Draw(_page.Canvas, new Point(x, y), face, BadgeSize.Small);
        _page.Canvas.Text(x + BadgeSize.Small.Width + 9, y, NameOf(face), TextStyle.Body);
        return x + FaceWidth(face);
    }

    private static string NameOf(Face face) => TextWidth.FitName(face.Name, NameRoom, TextStyle.Body);

    private static double FaceWidth(Face face) => BadgeSize.Small.Width + 9 + TextWidth.Of(NameOf(face), TextStyle.Body) + 10;

    private string HowOf(FlowEdge edge)
    {
        var how = edge.Decision.Rule == Rule.Channels ? Printable.Of(_policy.Policy.Names.Channel(edge.Decision.Item)) : "share";
        return TextWidth.FitName(how, NameRoom * 0.8, TextStyle.Small);
    }

    private double ArrowWidth(FlowEdge edge) => Math.Max(44, TextWidth.Of(HowOf(edge), TextStyle.Small) + 16);

    private double EdgeWidth(FlowEdge edge) => ArrowWidth(edge) + 8 + FaceWidth(FaceOf(edge.To));

    private double DrawEdge(double x, double y, FlowEdge edge, FlowKind kind)
    {
        var length = ArrowWidth(edge);
        var dash = kind == FlowKind.Through ? "5 3" : "1.5 3";
        Signs.Arrow(_page.Canvas, new Point(x, y + 3), length, PolicyImage.Flows.Out, Paint.Line(FlowSigns.Color(kind), 1.6, dash));
        _page.Canvas.Text(x + length / 2 - 3, y - 6, HowOf(edge), TextStyle.Small.In(FlowSigns.Color(kind)).At(Anchor.Middle));
        return DrawFace(x + length + 8, y, FaceOf(edge.To));
    }

    private double DrawGap(double x, double y, int steps)
    {
        var text = $"… {steps} more …";
        _page.Canvas.Text(x, y, text, TextStyle.Note);
        return x + TextWidth.Of(text, TextStyle.Note) + 8;
    }
}
