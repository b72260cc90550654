namespace Cofferdam.Model;

/// <summary>Limits of a project file.</summary>
public static class ModelLimits
{
    /// <summary>Characters of a file.</summary>
    public const int FileLength = 8 << 20;

    /// <summary>Nesting of mappings and sequences.</summary>
    public const int Depth = 64;

    /// <summary>Mappings, sequences and scalars in a file.</summary>
    public const int Nodes = 500_000;

    /// <summary>Characters of a name.</summary>
    public const int NameLength = 64;

    /// <summary>Characters of any other text: what compiled policies can hold in any script.</summary>
    public const int TextLength = 320;

    /// <summary>Characters of a mark.</summary>
    public const int MarkLength = 8;
}
