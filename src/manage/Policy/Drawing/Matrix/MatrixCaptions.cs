namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>What the headers of a matrix are: these words stand in its corner.</summary>
internal readonly record struct MatrixCaptions(string Rows, string Columns);
