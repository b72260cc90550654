namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>Information comes through others from the label of a row to that of a column.</summary>
internal readonly record struct FlowWay(int Row, int Column);
