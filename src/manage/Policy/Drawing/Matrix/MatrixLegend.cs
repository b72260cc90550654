using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>What the signs of the matrix mean: those that it has.</summary>
internal sealed class MatrixLegend
{
    private static readonly (AccessKind Kind, string Text)[] Kinds =
        [(AccessKind.Vsock, "vsock to one port"), (AccessKind.Memory, "shared memory"), (AccessKind.Volume, "read a volume")];

    private readonly MatrixLayout _layout;
    private readonly HashSet<(AccessKind Kind, Flows Flows, bool IsAnswer)> _kinds;
    private readonly bool _hasWalls;
    private readonly bool _hasGuards;

    public MatrixLegend(MatrixLayout layout, DrawnPolicy policy, AccessTable table)
    {
        _layout = layout;
        _kinds = [.. table.Used.SelectMany(cell => table[cell.Row, cell.Column]).Select(mark => (mark.Kind, mark.Flows, mark.IsAnswer))];
        _hasWalls = policy.Walls.Sets.Count > 0;
        _hasGuards = policy.Faces.Any(face => face.IsGuard);
    }

    public IReadOnlyList<LegendItem> Items =>
    [
        .. Shares(),
        .. Channels(),
        .. Others(),
    ];

    private IEnumerable<LegendItem> Shares()
    {
        if (_kinds.Contains((AccessKind.None, Flows.Both, false)))
            yield return Sample(AccessKind.None, Flows.Both, false, "share: volumes, networks, messages, both ways");
        if (_kinds.Contains((AccessKind.None, Flows.Out, false)))
            yield return Sample(AccessKind.None, Flows.Out, false, "share, but levels let information move only from row to column");
        if (_kinds.Contains((AccessKind.None, Flows.In, false)))
            yield return Sample(AccessKind.None, Flows.In, false, "share, but only from column to row");
    }

    private IEnumerable<LegendItem> Channels()
    {
        foreach (var (kind, text) in Kinds)
        {
            var flows = _kinds.Where(entry => entry.Kind == kind && !entry.IsAnswer).Select(entry => entry.Flows).Order().ToList();
            if (flows.Count > 0)
                yield return Sample(kind, flows[^1], false, $"channel, the row may open it: {text}");
        }
        if (_kinds.Any(entry => entry.IsAnswer))
            yield return Sample(_kinds.Where(entry => entry.IsAnswer).Min().Kind, Flows.Both, true, "only the column may open it; the row answers");
    }

    private IEnumerable<LegendItem> Others()
    {
        if (_hasWalls)
            yield return new LegendItem((canvas, box) => Wall(canvas, box), "kept apart by a conflict set (listed below)");
        if (_hasGuards)
            yield return LegendItem.Guard;
        if (_layout.Density != Density.Wide)
            yield return new LegendItem((canvas, box) => CellSigns.Self(canvas, box, _layout.Density), "the label itself");
        yield return LegendItem.Empty("no rule allows anything");
    }

    private LegendItem Sample(AccessKind kind, Flows flows, bool isAnswer, string text)
    {
        var mark = new CellMark(kind, 0, flows, isAnswer, "");
        return new LegendItem((canvas, box) => Draw(canvas, box, mark), text);
    }

    private void Wall(SvgCanvas canvas, Box box)
    {
        if (_layout.Density == Density.Dense)
            CellSigns.Bricks(canvas, [box.Centered(18, 18)]);
        else
            Signs.Wall(canvas, box.Centered(22, 15));
    }

    private void Draw(SvgCanvas canvas, Box box, CellMark mark)
    {
        if (_layout.Density == Density.Dense)
            CellSigns.Dense(canvas, box.Centered(18, 18), [mark]);
        else
            CellSigns.Arrow(canvas, box.Centered(34, 16), mark);
    }
}
