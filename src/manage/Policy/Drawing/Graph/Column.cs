namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Where a layer stands: its upright lines begin at the left, its boxes after them.</summary>
/// <param name="Left">Where its upright lines begin.</param>
/// <param name="Boxes">Where its boxes begin.</param>
/// <param name="Right">Where its boxes end.</param>
internal readonly record struct Column(double Left, double Boxes, double Right);
