namespace Cofferdam.PolicyImage;

/// <summary>Limits of a policy image. An image above one of them is refused.</summary>
public static class Limits
{
    /// <summary>Bytes of a whole image.</summary>
    public const int ImageBytes = 64 << 20;

    /// <summary>Types.</summary>
    public const int Types = 4096;

    /// <summary>Steps from a type to its last ancestor.</summary>
    public const int TypeDepth = 16;

    /// <summary>Labels; the access table has the square of this.</summary>
    public const int Labels = 2048;

    /// <summary>Types of all labels together.</summary>
    public const int LabelTypes = 65_535;

    /// <summary>Types of one label.</summary>
    public const int TypesPerLabel = 64;

    /// <summary>Levels of secrecy or integrity.</summary>
    public const int Levels = 64;

    /// <summary>Categories.</summary>
    public const int Categories = 64;

    /// <summary>Channels.</summary>
    public const int Channels = 65_535;

    /// <summary>Conflict sets.</summary>
    public const int Conflicts = 1024;

    /// <summary>Members of all conflict sets together.</summary>
    public const int Members = 16_384;

    /// <summary>Members of one conflict set.</summary>
    public const int MembersPerConflict = 256;

    /// <summary>Hosts.</summary>
    public const int Hosts = 16_384;

    /// <summary>Listed images.</summary>
    public const int Images = 65_535;

    /// <summary>Keys of all roles together.</summary>
    public const int Keys = 65_535;

    /// <summary>Renames.</summary>
    public const int Renames = Types + Labels;

    /// <summary>Strings in the names section.</summary>
    public const int Names = 1 << 18;

    /// <summary>UTF-8 bytes of one name.</summary>
    public const int NameBytes = 256;

    /// <summary>UTF-8 bytes of one reason or file name.</summary>
    public const int TextBytes = 1024;

    /// <summary>Entries of the source map.</summary>
    public const int Sources = 1 << 17;
}
