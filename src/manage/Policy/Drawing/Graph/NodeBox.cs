using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Draws a label of the map as a box; several that are alike as a pile.</summary>
internal static class NodeBox
{
    private const double Pile = 4;

    public static void Draw(SvgCanvas canvas, Box box, GraphNode node)
    {
        var face = node.Group.First;
        canvas.Open(string.Join(", ", node.Group.Members.Select(member => member.Name)));
        if (node.Group.More > 0)
        {
            box = box with { Width = box.Width - Pile, Height = box.Height - Pile };
            canvas.Rect(box with { X = box.X + Pile, Y = box.Y + Pile }, new Paint(Palette.Self, face.Color), 6);
        }
        canvas.Rect(box, new Paint(Palette.Paper, face.Color, 1.6), 6);
        var lines = node.Details.Count;
        var y = box.CenterY - lines * 7;
        Badge.Draw(canvas, new Point(box.X + 8, box.CenterY), face, BadgeSize.Large);
        canvas.Text(box.X + NodeText.Indent, y, TextWidth.FitName(face.Name, box.Width - NodeText.Indent - 8, NodeText.Name), NodeText.Name);
        foreach (var detail in node.Details)
            canvas.Text(box.X + NodeText.Indent, y += 15, TextWidth.Fit(detail, box.Width - NodeText.Indent - 8, TextStyle.Small), TextStyle.Small);
        canvas.Close();
    }
}
