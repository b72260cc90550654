namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>What stands in a layer of the map.</summary>
internal enum ItemKind
{
    /// <summary>A box with a label.</summary>
    Node,

    /// <summary>The sign of a conflict set.</summary>
    Wall,

    /// <summary>The place where a line goes through.</summary>
    Passage,
}
