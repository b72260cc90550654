namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>How much room there is in the cells of a matrix.</summary>
internal enum Density
{
    /// <summary>For words.</summary>
    Wide,

    /// <summary>For an arrow and a port.</summary>
    Medium,

    /// <summary>For one sign.</summary>
    Dense,
}
