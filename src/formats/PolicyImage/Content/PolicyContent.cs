using System.Collections.Generic;

namespace Cofferdam.PolicyImage.Content;

/// <summary>
/// What a policy says, by name: the input of <see cref="PolicyImageWriter"/>. Order does not matter; the writer puts everything into its canonical
/// order. Shapes and rules: docs/SEMANTICS.md section 1.
/// </summary>
public sealed record PolicyContent
{
    /// <summary>The policy's name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Serial number; grows with every update.</summary>
    public ulong Serial { get; init; } = 1;

    /// <summary>Serial of the policy that this one replaces; 0 for a first one.</summary>
    public ulong PredecessorSerial { get; init; }

    /// <summary>Digest of the policy that this one replaces; zero for a first one.</summary>
    public Digest PredecessorDigest { get; init; }

    /// <summary>True: unlabelled objects are quarantined; false: refused.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Workload types.</summary>
    public IReadOnlyList<TypeContent> Types { get; init; } = [];

    /// <summary>Labels.</summary>
    public IReadOnlyList<LabelContent> Labels { get; init; } = [];

    /// <summary>Names of the secrecy levels, lowest first; level 0 exists even when this is empty.</summary>
    public IReadOnlyList<string> SecrecyLevels { get; init; } = [];

    /// <summary>Names of the integrity levels, lowest first.</summary>
    public IReadOnlyList<string> IntegrityLevels { get; init; } = [];

    /// <summary>Names of the categories; the n-th is bit n of a category set.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Channels.</summary>
    public IReadOnlyList<ChannelContent> Channels { get; init; } = [];

    /// <summary>Conflict sets.</summary>
    public IReadOnlyList<ConflictContent> Conflicts { get; init; } = [];

    /// <summary>Hosts; the one whose name is empty is the default.</summary>
    public IReadOnlyList<HostContent> Hosts { get; init; } = [];

    /// <summary>Digests of listed images, kernels and firmware.</summary>
    public IReadOnlyList<Digest> Images { get; init; } = [];

    /// <summary>Keys and what they may sign.</summary>
    public IReadOnlyList<KeyContent> Keys { get; init; } = [];

    /// <summary>Renames against the policy that is replaced.</summary>
    public IReadOnlyList<RenameContent> Renames { get; init; } = [];

    /// <summary>Where things stand in their source, for explanations.</summary>
    public IReadOnlyList<SourceContent> Sources { get; init; } = [];
}
