namespace Cofferdam.Policy.Import;

/// <summary>Limits of an XML policy: above what the limits of a compiled policy leave room for, far below what costs time.</summary>
internal static class AcmLimits
{
    /// <summary>Characters of a file.</summary>
    public const int FileLength = 2 << 20;

    /// <summary>Nesting of elements; the format itself has five.</summary>
    public const int Depth = 16;

    /// <summary>Elements of a file.</summary>
    public const int Elements = 50_000;

    /// <summary>Attributes of one element.</summary>
    public const int Attributes = 32;

    /// <summary>Characters of one text or attribute.</summary>
    public const int TextLength = 512;
}
