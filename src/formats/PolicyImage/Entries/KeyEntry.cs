using System;

namespace Cofferdam.PolicyImage.Entries;

/// <summary>A key and what it may sign. Entries are sorted by role, label and id.</summary>
/// <param name="Role">What it may sign.</param>
/// <param name="Label">For specs the index of the label, otherwise <see cref="NoLabel"/>.</param>
/// <param name="Id">SHA-256 of the uncompressed P-256 point.</param>
public readonly record struct KeyEntry(KeyRole Role, ushort Label, Digest Id) : IComparable<KeyEntry>
{
    /// <summary>Stands for no label.</summary>
    public const ushort NoLabel = 0xffff;

    /// <summary>The canonical order.</summary>
    public int CompareTo(KeyEntry other) =>
        // As numbers: comparing enums boxes them, and monitors look keys up while they decide.
        Role != other.Role ? ((byte)Role).CompareTo((byte)other.Role)
        : Label != other.Label ? Label.CompareTo(other.Label)
        : Id.CompareTo(other.Id);
}
