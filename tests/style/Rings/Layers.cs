using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>What <c>eng/layers.json</c> says.</summary>
/// <param name="Rings">The rings.</param>
/// <param name="Deny">What no ring may use.</param>
/// <param name="Attributes">What a ring with an allow-list may annotate with.</param>
/// <param name="Generated">What code that the compiler wrote by itself may use in a ring with an allow-list.</param>
/// <param name="Lists">The lists that rings name.</param>
internal sealed record Layers(
    IReadOnlyList<Ring> Rings,
    IReadOnlyList<string> Deny,
    IReadOnlyList<string> Attributes,
    IReadOnlyList<string> Generated,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists)
{
    /// <summary>The file.</summary>
    public const string File = "eng/layers.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The rules of this repository.</summary>
    public static Layers Current { get; } = JsonSerializer.Deserialize<Layers>(Repository.Read(File), Options)!;

    /// <summary>The ring of that name.</summary>
    public Ring Ring(string name) => Rings.Single(ring => ring.Name == name);

    /// <summary>What a ring may use of the framework; null for all.</summary>
    public PatternList? AllowedIn(Ring ring) => ring.Allow is null ? null : new PatternList(ring.Allow.SelectMany(list => Lists[list]));
}
