using System.Collections.Concurrent;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Oracle;

/// <summary>Stable keys of names, remembered: the same function as <see cref="StableKey.Of"/>, only not hashed anew for each question.</summary>
public static class KeyBook
{
    private static readonly ConcurrentDictionary<(KeyKind Kind, string Name), StableKey> Known = new();

    /// <summary>The key of a name.</summary>
    public static StableKey Of(KeyKind kind, string name) => Known.GetOrAdd((kind, name), thing => StableKey.Of(thing.Kind, thing.Name));

    /// <summary>The key of a label, or the zero key for no label.</summary>
    public static StableKey OfLabel(string? name) => name is null ? default : Of(KeyKind.Label, name);
}
