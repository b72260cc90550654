using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>A line of the map with its place.</summary>
/// <param name="Line">What it joins.</param>
/// <param name="Link">The link; null when it leads from a wall.</param>
/// <param name="Route">Its way.</param>
/// <param name="Text">What is written on it, cut to its room.</param>
/// <param name="TextBox">Where that stands.</param>
internal sealed record DrawnLine(GraphLine Line, GraphLink? Link, LineRoute Route, string Text, Box TextBox);
