using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>Where everything of a matrix stands: headers at the left and above, and cells. Its corner is at the origin until it is placed.</summary>
internal sealed class MatrixLayout
{
    private const int MostWide = 12;
    private const int MostMedium = 40;
    private const double NameGap = 8;
    private const double MostHeader = 260;

    private readonly double _shareOfRow;
    private Point _corner;

    public MatrixLayout(IReadOnlyList<FaceGroup> groups, int lines)
    {
        Groups = groups;
        Density = groups.Count <= MostWide ? Density.Wide : groups.Count <= MostMedium ? Density.Medium : Density.Dense;
        (CellWidth, CellHeight) = Density switch
        {
            Density.Wide => (108.0, Math.Max(48, 24 + 21.0 * lines)),
            Density.Medium => (60, Math.Max(30, 6 + 16.0 * lines)),
            _ => (18, 18),
        };
        Badge = Density == Density.Wide ? BadgeSize.Large : BadgeSize.Small;
        Name = new TextStyle(Density == Density.Wide ? 13 : 11, Palette.Ink);
        _shareOfRow = Badge.Width + 2 * NameGap;
        RowHeader = _shareOfRow + Math.Min(groups.Select(NameWidth).Append(0).Max(), MostHeader) + NameGap;
        ColumnHeader = Density == Density.Wide ? WideHeader(groups) : Badge.Height + NameGap + RowHeader - _shareOfRow;
    }

    public IReadOnlyList<FaceGroup> Groups { get; }

    public int Count => Groups.Count;

    public Density Density { get; }

    public double CellWidth { get; }

    public double CellHeight { get; }

    /// <summary>Width of the headers of rows.</summary>
    public double RowHeader { get; }

    /// <summary>Height of the headers of columns.</summary>
    public double ColumnHeader { get; }

    public BadgeSize Badge { get; }

    public TextStyle Name { get; }

    /// <summary>Names over wide columns.</summary>
    public static TextStyle ColumnName { get; } = new(11, Palette.Ink, Anchor: Anchor.Middle);

    public double Width => RowHeader + Count * CellWidth;

    public double Height => ColumnHeader + Count * CellHeight;

    /// <summary>Room for a name in the header of a row.</summary>
    public double NameRoom => RowHeader - _shareOfRow - NameGap / 2;

    public Box Grid => new(_corner.X + RowHeader, _corner.Y + ColumnHeader, Count * CellWidth, Count * CellHeight);

    public void Place(Point corner) => _corner = corner;

    public Box Cell(int row, int column) => new(Grid.X + column * CellWidth, Grid.Y + row * CellHeight, CellWidth, CellHeight);

    public Box Row(int row) => new(_corner.X, Grid.Y + row * CellHeight, RowHeader, CellHeight);

    public Box Column(int column) => new(Grid.X + column * CellWidth, _corner.Y, CellWidth, ColumnHeader);

    /// <summary>What stands under the name in the header of a row, where there is room.</summary>
    public static string Under(FaceGroup group) => string.Join("  ", new[] { group.MoreText, group.First.Levels }.Where(text => text.Length > 0));

    /// <summary>The name, with the number of labels like it where that cannot stand under it.</summary>
    public string Line(FaceGroup group) => Density == Density.Wide || group.More == 0 ? group.First.Name : $"{group.First.Name}  {group.MoreText}";

    private double WideHeader(IReadOnlyList<FaceGroup> groups) =>
        groups.Any(group => TextWidth.Of(group.First.Name, ColumnName) > CellWidth - NameGap) ? 68 : 56;

    private double NameWidth(FaceGroup group) =>
        Math.Max(TextWidth.Of(Line(group), Name), Density == Density.Wide ? TextWidth.Of(Under(group), TextStyle.Small) : 0) + NameGap / 2;
}
