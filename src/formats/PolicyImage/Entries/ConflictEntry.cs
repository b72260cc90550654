namespace Cofferdam.PolicyImage.Entries;

/// <summary>A conflict set.</summary>
/// <param name="Key">Its stable key.</param>
/// <param name="FirstMember">Where its members begin among the members of all sets.</param>
/// <param name="MemberCount">How many they are.</param>
/// <param name="Scope">Within what its members are kept apart.</param>
/// <param name="Mode">When a type counts as present.</param>
public readonly record struct ConflictEntry(StableKey Key, int FirstMember, int MemberCount, WallScope Scope, WallMode Mode);
