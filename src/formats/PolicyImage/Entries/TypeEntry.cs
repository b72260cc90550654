namespace Cofferdam.PolicyImage.Entries;

/// <summary>A type.</summary>
/// <param name="Key">Its stable key.</param>
/// <param name="Parent">Index of its parent, or <see cref="NoParent"/>.</param>
public readonly record struct TypeEntry(StableKey Key, ushort Parent)
{
    /// <summary>Stands for no parent.</summary>
    public const ushort NoParent = 0xffff;
}
