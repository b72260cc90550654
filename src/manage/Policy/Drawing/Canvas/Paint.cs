namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>How a shape is filled and lined.</summary>
internal readonly record struct Paint(string Fill, string Stroke = "", double Width = 1, string Dash = "")
{
    /// <summary>Only a line.</summary>
    public static Paint Line(string color, double width = 1, string dash = "") => new("none", color, width, dash);
}
