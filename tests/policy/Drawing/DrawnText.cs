using Cofferdam.Policy.Drawing.Canvas;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>A text as it stands in a picture.</summary>
/// <param name="Text">Its letters.</param>
/// <param name="Box">The room that it takes.</param>
internal sealed record DrawnText(string Text, Box Box);
