using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>Draws what is around the cells of a matrix: headers with badge and name, bands, lines.</summary>
internal sealed class MatrixFrame
{
    private readonly SvgCanvas _canvas;
    private readonly MatrixLayout _layout;

    private MatrixFrame(SvgCanvas canvas, MatrixLayout layout)
    {
        _canvas = canvas;
        _layout = layout;
    }

    public static void Draw(SvgCanvas canvas, MatrixLayout layout, MatrixCaptions captions)
    {
        var frame = new MatrixFrame(canvas, layout);
        frame.Draw();
        frame.DrawCorner(captions);
    }

    private void Draw()
    {
        for (var i = 0; i < _layout.Count; i++)
        {
            if (i % 2 == 0)
                _canvas.Rect(_layout.Row(i) with { Width = _layout.Width }, new Paint(Palette.Band));
            _canvas.Open(Tip(_layout.Groups[i]));
            DrawRow(i);
            DrawColumn(i);
            _canvas.Close();
        }
        DrawLines();
    }

    private static string Tip(FaceGroup group)
    {
        var names = string.Join(", ", group.Members.Select(face => face.Name));
        return group.First.Levels.Length > 0 ? $"{names} ({group.First.Levels}{(group.First.IsGuard ? ", a guard" : "")})" : names;
    }

    private void DrawRow(int row)
    {
        var (box, group) = (_layout.Row(row), _layout.Groups[row]);
        Badge.Draw(_canvas, new Point(box.X + 6, box.CenterY), group.First, _layout.Badge);
        var x = box.X + 6 + _layout.Badge.Width + 10;
        var under = _layout.Density == Density.Wide ? MatrixLayout.Under(group) : "";
        _canvas.Text(x, box.CenterY - (under.Length > 0 ? 6 : 0), Fit(group), _layout.Name);
        if (under.Length > 0)
            _canvas.Text(x, box.CenterY + 9, TextWidth.Fit(under, _layout.NameRoom, TextStyle.Small), TextStyle.Small);
    }

    private string Fit(FaceGroup group)
    {
        var more = _layout.Line(group)[group.First.Name.Length..];
        return TextWidth.FitName(group.First.Name, _layout.NameRoom - TextWidth.Of(more, _layout.Name), _layout.Name) + more;
    }

    private void DrawColumn(int column)
    {
        var (box, group) = (_layout.Column(column), _layout.Groups[column]);
        if (_layout.Density == Density.Wide)
            DrawWideColumn(box, group);
        else
            DrawTurnedColumn(box, group);
    }

    private void DrawWideColumn(Box box, FaceGroup group)
    {
        Badge.Draw(_canvas, new Point(box.CenterX - _layout.Badge.Width / 2, box.Y + 16), group.First, _layout.Badge);
        var (first, second) = TwoLines.Of(group.First.Name, box.Width - 8, MatrixLayout.ColumnName);
        _canvas.Text(box.CenterX, box.Y + 39, first, MatrixLayout.ColumnName);
        if (second.Length > 0)
            _canvas.Text(box.CenterX, box.Y + 53, second, MatrixLayout.ColumnName);
    }

    /// <summary>Badges keep their width where columns are narrower: there, the mark is written upwards too.</summary>
    private void DrawTurnedColumn(Box box, FaceGroup group)
    {
        var badge = _layout.Badge;
        if (badge.Width <= box.Width)
            Badge.Draw(_canvas, new Point(box.CenterX - badge.Width / 2, box.Bottom - badge.Height / 2 - 4), group.First, badge);
        else
            _canvas.Rect(new Box(box.X + 2, box.Bottom - 9, box.Width - 4, 6), new Paint(group.First.Color), 2);
        _canvas.TextUpwards(box.CenterX, box.Bottom - badge.Height - 8, Fit(group), _layout.Name);
    }

    private void DrawCorner(MatrixCaptions captions)
    {
        var (x, bottom) = (_layout.Grid.X, _layout.Grid.Y);
        _canvas.Text(x - 10, bottom - 28, $"{captions.Columns} →", TextStyle.Note.At(Anchor.End));
        _canvas.Text(x - _layout.RowHeader + 10, bottom - 10, $"↓ {captions.Rows}", TextStyle.Note);
    }

    private void DrawLines()
    {
        var grid = _layout.Grid;
        var lines = new PathData();
        for (var i = 0; i <= _layout.Count; i++)
        {
            var (x, y) = (grid.X + i * _layout.CellWidth, grid.Y + i * _layout.CellHeight);
            lines.MoveTo(x, grid.Y).LineTo(x, grid.Bottom);
            lines.MoveTo(grid.X, y).LineTo(grid.Right, y);
        }
        _canvas.Path(lines, Paint.Line(Palette.Grid));
    }
}
