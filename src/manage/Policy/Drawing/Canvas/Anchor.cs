namespace Cofferdam.Policy.Drawing.Canvas;

/// <summary>Which point of a text its coordinate is.</summary>
internal enum Anchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
