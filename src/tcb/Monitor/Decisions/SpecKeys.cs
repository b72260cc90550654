using System;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.Monitor.Decisions;

/// <summary>Who may sign what, by the keys that the policy lists.</summary>
internal static class SpecKeys
{
    public static bool MaySign(CompiledPolicy policy, Digest key, Label label) =>
        policy.Keys.BinarySearch<KeyEntry, KeyEntry>(new KeyEntry(KeyRole.Spec, (ushort)label.Index, key)) >= 0;

    public static bool HasRole(CompiledPolicy policy, Digest key, KeyRole role) =>
        policy.Keys.BinarySearch<KeyEntry, KeyEntry>(new KeyEntry(role, KeyEntry.NoLabel, key)) >= 0;
}
