namespace Cofferdam.PolicyImage.Entries;

/// <summary>Says that a type or label had another key in the policy that is replaced. Entries are sorted by kind and index.</summary>
/// <param name="Kind"><see cref="KeyKind.Type"/> or <see cref="KeyKind.Label"/>.</param>
/// <param name="Index">Its index now.</param>
/// <param name="OldKey">Its key before.</param>
public readonly record struct RenameEntry(KeyKind Kind, ushort Index, StableKey OldKey);
