using System;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Coffer.Commands;

/// <summary>Which keys a compiled policy lists.</summary>
internal static class SigningKeys
{
    public static bool Lists(CompiledPolicy policy, KeyRole role, Digest id) =>
        policy.Keys.BinarySearch<KeyEntry, KeyEntry>(new KeyEntry(role, KeyEntry.NoLabel, id)) >= 0;
}
