using System;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Questions about who inherits from whom.</summary>
internal static class Ancestry
{
    /// <summary>True when one is the other or an ancestor of it.</summary>
    public static bool AreKin(ReadOnlySpan<TypeEntry> types, int type, int other) =>
        type == other || IsAncestor(types, type, other) || IsAncestor(types, other, type);

    /// <summary>The first type whose line of ancestors does not end within <see cref="Limits.TypeDepth"/> steps, or -1.</summary>
    public static int FirstEndless(ReadOnlySpan<TypeEntry> types)
    {
        for (var type = 0; type < types.Length; type++)
        {
            var steps = 0;
            for (int at = types[type].Parent; at != TypeEntry.NoParent; at = types[at].Parent)
            {
                if (++steps > Limits.TypeDepth)
                    return type;
            }
        }
        return -1;
    }

    /// <summary>True when one is an ancestor of the other.</summary>
    public static bool IsAncestor(ReadOnlySpan<TypeEntry> types, int ancestor, int of)
    {
        for (int at = types[of].Parent; at != TypeEntry.NoParent; at = types[at].Parent)
        {
            if (at == ancestor)
                return true;
        }
        return false;
    }
}
